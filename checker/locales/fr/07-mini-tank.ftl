title = Mini-tank

check-sends-an-order = un ordre tapé arrive au tank sous forme d'objet JSON
    .page =
        Quelqu'un tape `move 35 60`, et le tank reçoit une ligne avec l'objet correspondant : `cmd`, `angle` et
        `strength`, les deux nombres écrits comme des nombres. L'ordre des clés et les blancs sont libres.

        Un tank lit jusqu'au \n, puis se demande ce que l'objet veut dire. Presque toutes les autres vérifications ont
        besoin de celle-ci. À regarder : RFC 8259 ; qu'envoie votre programme, octet par octet ? (`nc -lp 6002 | xxd`)

check-heartbeats = sans que l'on tape, un battement de cœur part toutes les 500 ms
    .page =
        Personne ne tape. Un battement vient tout de suite ou au bout de 500 ms, puis toutes les 500 ms : aucun ne
        manque, et il n'y en a pas non plus beaucoup trop.

        Après une seconde sans battement, un tank croit son conducteur perdu, et s'arrête. Sur une machine très occupée,
        l'un d'eux peut être en retard sans que cela coûte rien. À regarder : qu'attend votre programme tant que
        personne ne tape, et peut-il faire autre chose en attendant ? nanosleep(2), poll(2), pthreads(7).

check-heartbeats-busy = les ordres ont beau se suivre, les battements gardent leur rythme
    .page =
        Quelqu'un tape un ordre toutes les 50 ms. Les battements viennent quand même toutes les 500 ms : ni moins, ni
        plus.

        À regarder : à partir de quand votre programme compte-t-il les 500 ms ? Un délai qui recommence à chaque ordre
        ne s'écoule jamais.

check-heartbeats-half-line = une ligne à moitié tapée ne retient pas les battements
    .page =
        Quelqu'un tape `mov`, et réfléchit. Les battements continuent. Puis vient le reste de la ligne, et le tout est
        un ordre.

        Par un tube, ou d'un terminal qui transmet chaque touche, une ligne peut venir en morceaux. À regarder : que
        fait votre programme du premier ? read(2), poll(2).

check-every-order = chaque ordre part, à son tour, et veut dire ce qui a été tapé
    .page =
        Huit ordres arrivent d'un coup, des `buzz` et des `move` mélangés, dont deux fois le même. Le tank reçoit huit
        commandes, dans l'ordre où elles ont été tapées, avec exactement ces nombres.

        À regarder : ce qui a été lu est-il découpé ligne par ligne ?

check-at-once = un ordre part quand il est tapé, pas quand l'entrée se termine
    .page =
        Un ordre est tapé, et sa commande attendue, puis le suivant ; ensuite deux d'un coup. Pendant tout ce temps,
        stdin reste ouverte.

        À regarder : votre programme lit-il toute son entrée avant d'envoyer ? Quand il lit d'un coup plus d'une ligne,
        où attend la seconde ?

check-bounds = -180, 180, 0 et 100 sont justes
    .page =
        `move -180 0`, `move 180 100` et d'autres, tout au bord, sont des ordres comme les autres.

        À regarder : `<` et `<=` ; en Rust, `..` et `..=` ; votre programme sait-il lire un nombre négatif ?

check-out-of-bounds = un angle ou une force hors limites est signalé, et n'est pas envoyé
    .page =
        On tape `move 181 50`, `move 10 101`, `move 10 -1` et d'autres. Pour chacun, quelque chose est dit sur stderr,
        rien n'est envoyé, et l'ordre suivant est exécuté.

        Ce que les gens tapent se contrôle avant de partir : les moteurs d'un tank ne connaissent pas de force 101. À
        regarder : chaque nombre d'un ordre, des deux côtés.

check-wrong-orders = ce qui n'est pas un ordre est signalé, n'envoie rien et n'arrête rien
    .page =
        Un mot que personne ne connaît, un `move` avec trop peu de mots ou avec trop de mots, `buzz 3` : pour chacun,
        quelque chose est dit sur stderr, rien n'est envoyé, et l'ordre suivant est exécuté.

        Tout le monde fait des fautes de frappe. Un conducteur qui s'arrêterait pour si peu laisserait le tank tout
        seul. À regarder : combien de mots votre programme attend-il, et que fait-il des autres ?

check-wrong-numbers = ce qui n'est pas un nombre entier est signalé, et n'est pas envoyé
    .page =
        On tape `move a b`, `move 1.5 50`, `move 10 5x` et un nombre de vingt chiffres : pour chacun, quelque chose est
        dit sur stderr, rien n'est envoyé, et l'ordre suivant est exécuté.

        À regarder : que fait votre langage d'un texte qui n'est pas un nombre : une exception, un `Result` ou, comme
        atoi(3) en C, un 0 sans rien dire ? strtol(3).

check-empty-line = une ligne vide n'arrête rien
    .page =
        On tape deux lignes vides, puis un ordre : il est exécuté. Que les lignes vides soient signalées ou non est
        laissé libre.

        À regarder : à quoi votre programme distingue-t-il la fin de son entrée d'une ligne vide ? read(2), sur la
        valeur rendue.

check-any-bytes = ni des octets hors UTF-8 ni une très longue ligne n'arrêtent rien
    .page =
        Une ligne contient des octets qui ne sont pas de l'UTF-8, une autre fait 64 Kio. Ni l'une ni l'autre n'est un
        ordre ; les ordres qui les suivent sont exécutés.

        À regarder : en Rust, `BufRead::read_until` et `String::from_utf8_lossy` ; en Python, `errors="replace"` et
        `sys.stdin.buffer` ; en C, la taille du tampon de `fgets`.

check-crlf = un ordre peut se terminer par \r\n
    .page =
        Des ordres viennent avec \r\n à la fin, comme d'un terminal Windows ou d'un fichier fait là-bas. Ce sont des
        ordres.

        À regarder : qu'enlevez-vous à la fin d'une ligne ? `50\r` est-il un nombre ?

check-last-line = une dernière ligne sans \n est quand même un ordre
    .page =
        L'entrée se termine au milieu d'une ligne, comme avec `printf 'buzz\nmove 10 50' | tank-driver`. Le dernier
        ordre est exécuté lui aussi, avant que le tank ne reçoive l'ordre de s'arrêter.

        À regarder : que rend votre lecture à la fin de l'entrée, et est-ce jeté ?

check-quit = `quit` arrête le tank, ferme la connexion et termine avec 0
    .page =
        Après un ordre, on tape `quit`, et stdin reste ouverte. Le tank reçoit un mouvement d'angle 0 et de force 0,
        voit la connexion se fermer proprement, et le programme se termine avec le statut 0.

        Un tank que personne ne conduit ne doit pas continuer. À regarder : quelle est la dernière chose qu'envoie votre
        programme, et lequel de ses threads décide de la fin ?

check-stdin-ends = la fin de stdin arrête le tank comme `quit`
    .page =
        On tape un ordre, et l'entrée se termine (Ctrl+D). Le tank reçoit un mouvement d'angle 0 et de force 0, voit la
        connexion se fermer proprement, et le programme se termine avec le statut 0.

        À regarder : que fait votre programme après sa boucle sur les lignes ?

check-after-quit = ce qui est tapé après `quit` n'est pas envoyé
    .page =
        `buzz`, `quit` et deux autres ordres arrivent d'un coup. Le tank klaxonne, s'arrête, et n'entend rien des
        autres.

        À regarder : où quitte-t-on la boucle sur les lignes ?

check-tank-closes = quand le tank ferme, le programme se termine aussitôt, avec le statut 1
    .page =
        Le tank annonce qu'il n'enverra plus rien (FIN), et personne ne tape. Le programme se termine avec le statut 1,
        et une ligne sur stderr nomme le tank. Celui-ci continue de lire, si bien que lui écrire ne donne pas d'erreur.

        C'est en lisant que l'on voit la fin d'une connexion. À regarder : lequel de vos threads lit ce que dit le
        tank ? recv(2), sur la valeur rendue.

check-tank-resets = une connexion rompue termine le programme avec le statut 1
    .page =
        Le tank rompt la connexion (RST), comme s'il avait été éteint et rallumé. Le statut est 1, et une ligne sur
        stderr nomme le tank.

        À regarder : que devient une erreur dans l'un de vos threads ? recv(2), sous ECONNRESET.

check-refused = personne à cette adresse : une erreur qui nomme le tank, avec le statut 1
    .page =
        Personne n'écoute à cette adresse. Une ligne sur stderr la nomme, et le statut est 1.

        À regarder : connect(2), sous ECONNREFUSED.

check-slow-tank = un tank qui ne lit pas pendant un moment ne perd rien
    .page =
        Trois mille ordres arrivent d'un coup, pour un tank qui ne lit pas, derrière un réseau lent. Puis il lit, et
        reçoit chaque commande, entière et à sa place.

        Ce que le système ne peut pas prendre d'un coup doit bien attendre quelque part. À regarder : send(2), sur la
        valeur rendue et sous EAGAIN ; en Rust, `write_all` ; en Python, `sendall`.

check-tank-answers = ce que dit le tank ne dérange personne
    .page =
        Le tank dit une chose et l'autre : des lignes, une demi-ligne, puis quelques centaines de kilooctets d'un coup.
        Pendant ce temps, les ordres sont exécutés comme avant.

        À regarder : votre programme attend-il une réponse, ou essaie-t-il d'en comprendre une ?

check-prints-nothing = stdout reste vide
    .page =
        On donne un ordre, on fait une faute de frappe, et le tank dit quelque chose. Rien de tout cela n'est sur
        stdout.

        Les nouvelles destinées aux gens vont sur stderr. À regarder : `eprintln!`, stdout(3).

check-sends-nothing-else = le réseau porte des commandes et rien d'autre
    .page =
        Un ordre et une faute de frappe : le tank reçoit la commande de l'ordre, des battements et la toute dernière
        commande ; chacune sur sa ligne, sans ligne vide, sans message d'accueil, et rien deux fois.

        À regarder : chaque endroit où votre programme écrit dans la connexion.

check-ipv6 = l'adresse du tank peut être une adresse IPv6, entre crochets
    .page =
        Le tank écoute à l'adresse [::1]. Le programme s'y connecte, et un ordre arrive.

        À regarder : ipv6(7) ; où coupez-vous l'adresse en deux ?

check-every-address = chaque adresse d'un nom est essayée
    .page =
        Le tank est à `localhost`, une fois à son adresse IPv4 seulement, une fois à son adresse IPv6 seulement. Le
        programme le trouve les deux fois.

        À regarder : getaddrinfo(3) ; en Rust, ce que `TcpStream::connect` fait d'un nom.

check-unknown-name = un nom inconnu est une erreur qui le nomme, avec le statut 1
    .page =
        Personne ne connaît le nom du tank. Une ligne sur stderr le nomme, et le statut est 1.

        À regarder : getaddrinfo(3), sous EAI_NONAME.

check-usage = de mauvais arguments sont signalés par `usage:` et le statut 2
    .page =
        Une adresse sans port, ou dont le port n'en est pas un, ou un argument de trop : une ligne sur stderr commence
        par `usage:`, et le statut est 2.

        À regarder : exit(3).

check-defaults = sans argument, le tank est à 127.0.0.1:6002
    .page =
        Le programme est lancé sans argument, et se connecte au port 6002 de sa propre machine.

        À regarder : la constante en tête du fichier.

# Pour qui n'a pas commencé : de quoi parle la partie 1, pourquoi, un exemple, une question, où lire la suite. `checker hint` le montre.
begin-tank-driver =
    La partie 1 est la connexion au tank : un client TCP, comme dans l'exercice 03.

    Pourquoi : les ordres doivent arriver tous, et dans leur ordre, et c'est à cela que sert TCP. Que le tank soit
    encore là, et son conducteur aussi, TCP ne le dit pas de lui-même : un câble débranché ressemble à du silence. C'est
    à cela que servent les battements de cœur.

        conducteur ▶ connexion    ▶ tank
        conducteur ▶ heartbeat    ▶ tank     toutes les 500 ms, quoi qu'il arrive
        conducteur ▶ move 35 60   ▶ tank     quand quelqu'un le tape

    À méditer : que fait un programme pendant qu'il attend que quelqu'un tape ? Et qui envoie le battement pendant ce
    temps ?

    Pour aller plus loin : connect(2) ; tcp(7) ; en Rust, `TcpStream::connect`.
