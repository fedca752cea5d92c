# Try the commands for the Exchange Management Shell here: type "exch" on the empty line below and choose one.
# Each says whether it only reads or changes something. Nothing runs until you run it on your server.

