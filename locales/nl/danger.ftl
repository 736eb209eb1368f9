### The card of danger. The numbers and what they are for stand in the city file. Buttons: 25 characters at most.

danger = 🆘 Is iemand nu in gevaar? Bel 112. Politie nu nodig? Bel 101. Wij lezen dit niet meteen.
danger-gas = Ga eerst naar buiten. Bel dan pas.
danger-number = ☎️ { $number }: { $what }
danger-now = ⏱ Nu bezig? Ja
danger-not-now = Nee
# $sent: yes when it belongs to a case, no while it is not sent.
danger-urgent =
    { $sent ->
        [yes] ⏱ We zetten dit bovenaan.
       *[no] ⏱ Dit komt bovenaan zodra je het verstuurt.
    }
