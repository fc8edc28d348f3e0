# Ce que dit le rapport dans le terminal.

## Un exercice

points = { $points } sur { $of ->
    [one] { $of } point
   *[other] { $of } points
}
passed = { $count ->
    [one] 1 vérification réussie : { $names }
   *[other] { $count } vérifications réussies : { $names }
}
not-reached = { $count ->
    [one] 1 vérification non atteinte, { $reason } : { $names }
   *[other] { $count } vérifications non atteintes, { $reason } : { $names }
}
not-judged = { $count ->
    [one] 1 vérification non jugée, { $reason } ; elle ne coûte aucun point : { $names }
   *[other] { $count } vérifications non jugées, { $reason } ; elles ne coûtent aucun point : { $names }
}
not-started = pas encore commencé : ouvrez exercises/{ $folder }/README.fr.md, qui dit ce que le programme doit faire, puis exercises/{ $folder }/src/{ $file }, et commencez par la partie 1
program-not-started = { $program } n'est pas encore commencé : exercises/{ $folder }/src/{ $file }
does-not-build = le programme ne se construit pas ; corrigez d'abord ce qui vient en premier ci-dessous :

## Un échec

label-expected = attendu :
label-came = constaté :
label-conversation = ce qui s'est passé :
label-ending = à la fin :
label-by-hand = à voir à la main :
label-repeat = à relancer :
label-packets = les paquets :
packets-on-request = ils en disent plus ici ; relancez avec --pcap DOSSIER et ouvrez le fichier dans Wireshark
cause = cause probable : { $headline }
# Derrière le nom d'une vérification.
extra = (en plus)
explain-hint = en savoir plus : { $me } explain { $name }
stderr = les dernières lignes de stderr de { $program } :

mark-differs = première différence, à l'octet { COUNT($at) }
mark-ends = { $count ->
    [one] la fin vient ici, { COUNT($count) } octet trop tôt
   *[other] la fin vient ici, { COUNT($count) } octets trop tôt
}
mark-too-many = { $count ->
    [one] { COUNT($count) } octet de trop
   *[other] { COUNT($count) } octets de trop
}
difference-hidden = la première différence est à l'octet { COUNT($at) } ; { COUNT($wanted) } octets étaient attendus, et il en est venu { COUNT($came) }
bytes-left-out = { $count ->
    [one] … { COUNT($count) } octet …
   *[other] … { COUNT($count) } octets …
}
lines-left-out = { $count ->
    [one] … { COUNT($count) } ligne omise …
   *[other] … { COUNT($count) } lignes omises …
}

finding-different = autre chose
finding-nothing = rien
finding-unwanted = quelque chose, alors que rien ne devait venir
finding-stalled = rien de tel : tout le programme attend une chose qui ne viendra jamais
finding-ended = rien de tel : le programme s'était déjà terminé
finding-closed = rien de tel : le programme avait déjà fermé la connexion
finding-half-closed = rien de tel : le programme avait déjà fermé son côté écriture, et plus rien ne peut venir
finding-reset = rien de tel : la connexion a été réinitialisée du côté du programme
finding-out-of-patience = rien de tel, alors que le programme avait largement le temps
finding-asleep = rien de tel : le programme dort, et plus longtemps que quiconque n'attend
finding-flooded = un affichage sans fin
finding-memory = rien de tel : le programme a pris plus de mémoire qu'il n'en a à sa disposition
finding-processes = rien de tel : le programme a lancé plus de processus ou de threads qu'il n'y a de place pour eux
finding-sends-without-end = rien de tel : le programme envoie sans fin

## Un fichier de paquets : les commentaires, sur l'ensemble et sur un paquet.

packets-about = { $check } : { $purpose }
packets-passed = La vérification a réussi.
packets-failed = La vérification a échoué.
packets-not-judged = La vérification n'a pas été jugée, { $reason }.
packets-here = C'EST ICI QUE CELA ÉCHOUE
packets-missed = { $count ->
    [one] { COUNT($count) } paquet manque
   *[other] { COUNT($count) } paquets manquent
} : il en est venu trop à la fois.
packets-left-out = { $count ->
    [one] { COUNT($count) } paquet est omis
   *[other] { COUNT($count) } paquets sont omis
} : il y en avait trop. Le début est là, ainsi que les tout derniers.
packets-shortened = Des longs paquets, seul le début est là ; et quand il y en a eu vraiment beaucoup, des suivants seuls les en-têtes. Les longueurs sont les vraies.

## Une conversation : se lit après le nom de celui qui agit.

event-starts = démarre avec { $command }
event-listens = écoute sur { $address }
event-binds = se trouve sur { $address }
event-connects = se connecte depuis { $address }
event-datagram = datagramme
event-segment = envoie
event-types = tape
event-ends-input = termine son entrée
event-prints = affiche
event-complains = stderr
event-half-closes = ferme son côté écriture
event-closes = ferme
event-resets = réinitialise la connexion
event-stopped = arrêté par le vérificateur ({ $signal })
event-exits = se termine avec le statut { $status }
event-killed = est arrêté par le signal { $signal } ({ $name })

## La même chose en diagramme : à côté d'une flèche, ou sur une ligne de vie.

diagram-types = stdin :
diagram-ends-input = fin de stdin
diagram-missing = manque :
diagram-expected = attendu :
diagram-size = { $count ->
    [one] { COUNT($count) } octet
   *[other] { COUNT($count) } octets
}
diagram-piece = morceau { COUNT($n) } sur { COUNT($of) }
diagram-others = { $count ->
    [one] non montré : { $first }
   *[other] non montrés : { $count } autres, de { $first } à { $last }
}

## Une conversation en image

picture-title = { $check } : { $purpose }
picture-passed = réussie

## Ce qu'un programme faisait à la fin : se lit après son nom.

ending-panicked = { $program } a paniqué à { $place } : { $message }
ending-runs = { $program } tourne encore
ending-threads = { $program } ({ $count } threads)
waits-in = dans `{ $call }`
waits-computes = calcule
waits-stdin = attend{ $in } son entrée standard
waits-file = attend{ $in } sur { $file }
waits-udp = attend{ $in } un datagramme sur UDP { $local }
waits-udp-send = attend{ $in } de pouvoir envoyer un datagramme sur UDP { $local }
waits-listener = attend{ $in } une connexion sur { $local }
waits-connect = attend{ $in } la réponse de { $remote }
waits-tcp = attend{ $in } des octets de { $remote }
waits-tcp-send = attend{ $in } que { $remote } lise ce qui a été envoyé
waits-lock = attend{ $in } un verrou ou un autre thread
waits-child = attend{ $in } la fin d'un processus enfant
waits-several = attend{ $in } sur plusieurs connexions ou fichiers à la fois
waits-time = attend{ $in } que le temps passe
waits-stopped = est suspendu par un signal
waits-unknown = attend{ $in }

## La fin d'un rapport

total = total : { $points } sur { $of } points, en { $time }
total-bonus = bonus : { $points } sur { $of } points, en { $time }
total-not-judged = { $count ->
    [one] 1 vérification n'a pas pu être jugée et ne compte pas dans le total
   *[other] { $count } vérifications n'ont pas pu être jugées et ne comptent pas dans le total
}
next-failure = ensuite : { $check }, voir ci-dessus
next-start = ensuite : exercises/{ $folder }/README.fr.md
next-nothing = tout passe. Bravo !
notice = remarque : { $text }
