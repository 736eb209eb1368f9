### Reporting anew what was taken back.

anew-begun = 🆕 Melding { $number } was ingetrokken. Dit wordt een nieuwe melding.
