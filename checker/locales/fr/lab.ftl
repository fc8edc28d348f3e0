# Ce que les étapes du labo attendent, ce qu'elles constatent, et pourquoi une vérification n'a pas pu être jugée.

## Ce qu'une étape attend : se lit après « attendu : ».

expect-datagram = { $who } reçoit un datagramme
expect-datagram-from = { $who } reçoit un datagramme de { $address }
expect-burst = { $who } reçoit les { COUNT($count) } datagrammes que le noyau a acceptés (jusqu'ici { COUNT($came) })
expect-no-datagram = { $who } ne reçoit pas d'autre datagramme
expect-bytes = { $who } reçoit
expect-bytes-in-answer = { $who } reçoit, en réponse à { $told },
expect-refusal = { $who } reçoit une ligne, `ERR RAISON`
expect-nothing-more = { $who } ne reçoit plus rien
expect-end = { $who } voit la fin de la connexion, fermée en bon ordre
expect-connection = le programme se connecte à { $who } sur { $address }
expect-listening = le programme écoute en TCP (port { $port })
expect-listening-only = le programme écoute sur { $where }, port { $port }, et nulle part ailleurs
expect-bound = le programme a un socket UDP (port { $port })
expect-bound-everywhere = le programme a un socket UDP à toutes les adresses de la machine (port { $port })
expect-accepts = la connexion de { $who } est prise en charge sur { $address }
expect-no-panic = le programme continue sans paniquer
expect-shows = le programme affiche
expect-shows-only = le programme affiche ceci et rien d'autre
expect-shows-not = le programme n'affiche rien qui ne lui soit pas destiné
expect-line = { $who } reçoit la ligne
expect-lines = { $who } reçoit { COUNT($count) } lignes (jusqu'ici { COUNT($came) })
expect-line-not = { $who } ne reçoit jamais ce qui ne lui est pas destiné
expect-only = { $who } reçoit ceci et rien d'autre
expect-order = { $who } reçoit les lignes d'un même émetteur dans leur ordre
expect-whole-lines = { $who } ne reçoit que des lignes dites par quelqu'un, chacune d'un seul tenant
expect-as-before = une fois la foule partie, le programme détient ce qu'il détenait avant
expect-bounded-memory = ce qui attend pour un client prend 32 Mio au plus
expect-one-thread = un seul thread sert tous les clients
expect-idle = tant que personne ne dit rien, le programme attend et n'utilise pas le processeur
expect-kept = { $who } a du retard, et n'est pas déconnecté pour autant
expect-let-go = { $who }, que plus de 1 Mio attend, est déconnecté
expect-exit = le programme se termine avec le statut { $status }
expect-stderr-names = une ligne sur stderr qui nomme { $address }
expect-stderr-usage = une ligne sur stderr qui commence par `usage:`
expect-stderr-limit = une ligne sur stderr qui donne la taille, { COUNT($size) } octets, ou la limite, 65 507
expect-runs = le programme continue de tourner
expect-takes = le programme lit ce que { $who } a envoyé
expect-every = un datagramme toutes les { $every } ms
expect-beat = { $who } reçoit un battement toutes les { $every } ms
expect-told-on-stderr = quelque chose sur stderr à propos de la ligne { $line }, qui n'est pas un ordre
expect-quiet = le programme se met au repos
expect-sends-to-nobody = le programme continue d'envoyer, bien que personne n'écoute
expect-file = le fichier { $name } est dans DIR, et entier
expect-file-whole = pas de fichier { $name } qui ne soit pas entier
expect-file-kept = le fichier { $name } est encore dans DIR, puisque rien n'est venu à sa place
expect-folder-as-before = rien de nouveau sur le disque, et rien de changé
expect-folder-holds = les fichiers envoyés sont dans DIR, au nombre de { $count }, et rien d'autre
expect-told = le programme VIEWER a été lancé pour la { $count ->
        [one] première
       *[other] deuxième
    } fois
expect-viewer = VIEWER est appelé avec un seul argument, { $path }
expect-no-descriptors-left = le programme ferme ce qu'il a ouvert
expect-memory-grows-less = la mémoire augmente de moins de { $most } Mio
expect-memory-less = moins de { $most } Mio de mémoire
expect-bulk = { $who } reçoit { COUNT($size) } octets du fichier

## Ce qu'une étape constate : se lit après « constaté : ».

said-descriptors-left = { COUNT($count) } descripteurs de plus qu'avant sont ouverts
said-threads-left = il y a { COUNT($count) } threads de plus qu'avant
said-threads = il y a { $threads } threads, pour { $clients } clients
said-restless = en { COUNT($span) } ms sans un mot, son thread s'est réveillé { COUNT($wakes) } fois et a calculé pendant { COUNT($time) } ms
said-waits = { COUNT($kib) } Kio attendent dans le programme, et la connexion est toujours là
said-let-go = il est déconnecté alors que { COUNT($kib) } Kio au plus attendaient dans le programme
said-drift = le datagramme { $n } est parti { $late } ms trop tard, et chacun a plus de retard que le précédent
said-too-early = le datagramme { $n } est parti { $early } ms trop tôt
said-beat-late = pendant { $after } ms, il n'en est venu aucun (auparavant : { $came })
said-beat-too-often = il en est venu { $count } en { $within } ms
said-goes-on-beating = il continue d'envoyer des battements, comme si de rien n'était
said-not-told = rien
said-stderr = rien de tel sur stderr
said-no-usage = aucune ligne sur stderr ne commence ainsi
said-no-limit = aucune ligne sur stderr ne donne l'une ou l'autre
said-refused = la connexion est refusée : personne ne la prend sur { $address }
said-this-one-only = rien ; la ligne suivante est arrivée
said-one-behind = rien encore ; la ligne est venue quand il y a eu une suite
said-sent-elsewhere = un datagramme est parti vers une autre adresse, où personne n'écoute
said-came-from = il est venu de { $address }
said-panicked = l'un de ses threads a paniqué : voir stderr
said-listens-elsewhere = le programme se trouve sur { $address }
said-answers-at-the-end = rien, jusqu'à ce que { $who } dise que plus rien ne viendra (FIN)
said-no-reason = un `ERR` sans raison
said-another-line = une ligne d'une autre forme
said-no-file = il n'y a pas de fichier { $name }
said-file-differs = { $name } a la bonne taille, et diffère après l'octet { COUNT($at) }
said-file-size = { $name } fait { COUNT($size) } octets
said-file-changed = { $name } a changé, ou n'est plus là
said-differs-about = ce qui est venu diffère avant l'octet { COUNT($at) } du fichier
said-descriptors = { $before } descripteurs sont ouverts avant { $count } transferts, { $now } après
said-viewer = il a été appelé avec ce nombre d'arguments : { $count } ; le premier était { $first }
said-memory = { $memory } Mio

## Pourquoi une vérification ne dit rien : se lit après « non atteint, » ou « non jugé, ».

reason-needs = parce que { $check } a échoué
reason-does-not-build = parce que le programme ne compile pas
reason-port-held = parce que le port { $port } est pris par un autre processus ({ $name }, pid { $pid })
reason-no-name = parce que cette machine n'a pas de nom qui ait plusieurs adresses ({ $error })
reason-no-ipv6 = parce que cette machine n'a pas IPv6
reason-overloaded = parce que la machine était trop chargée pour juger
reason-checker-failed = parce que le vérificateur lui-même a échoué ({ $what })
reason-no-program = parce qu'il n'y a pas de commande pour { $program }
reason-peer-socket = parce que le vérificateur n'a pas pu donner à { $who } un socket sur { $address } ({ $error })
reason-cannot-start = parce que { $program } ne peut pas être exécuté ({ $error })
reason-file = parce que le vérificateur n'a pas pu préparer { $path } ({ $error })

## Sur l'ensemble : se lit après « remarque : ».

reason-no-namespaces = cette machine ne donne pas d'espaces de noms à un simple utilisateur ({ $error }) : les vérifications partagent ses ports et ses adresses
reason-no-namespace-left = cette machine n'a plus d'espace de noms pour un simple utilisateur (la limite inscrite dans /proc/sys/user/max_user_namespaces, ou dans un fichier voisin, est atteinte ; un administrateur peut la relever : sudo sysctl user.max_user_namespaces=10000) : les vérifications partagent ses ports et ses adresses
