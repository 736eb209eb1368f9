### Forwarded messages.

forwarded = ↪️ Een doorgestuurd bericht bewaren we niet. Vertel het zelf: schrijf, spreek in of stuur een foto.
