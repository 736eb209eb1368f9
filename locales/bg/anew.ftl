### Reporting anew what was taken back.

anew-begun = 🆕 Съобщение № { $number } беше оттеглено. Това ще бъде ново съобщение.
