title = Un client TCP

check-asks-and-shows = une ligne est envoyée, et sa réponse affichée
    .page =
        Le programme se connecte ; une ligne est tapée, le serveur la reçoit avec son \n, répond par une ligne, et
        celle-ci apparaît sur stdout.

        C'est un échange d'une conversation par TCP. Presque toutes les autres vérifications ont besoin de celle-ci. À regarder :
        connect(2), send(2), recv(2).

check-sent-at-once = une ligne est envoyée alors que l'entrée est encore ouverte
    .page =
        Une ligne est tapée, et le serveur la reçoit avant que quoi que ce soit d'autre soit tapé.

        Qui tape attend une réponse, pas la fin de son entrée. À regarder : votre programme lit-il d'abord toute
        l'entrée, ou garde-t-il la ligne dans un tampon qu'il ne vide pas ?

check-shown-at-once = une réponse est affichée dès qu'elle arrive
    .page =
        La réponse vient, et sa ligne est attendue à travers un tube avant que quoi que ce soit d'autre soit tapé.

        Vers un tube, ce qui est affiché peut rester dans un tampon. À regarder : stdout(3) ; lancez votre programme
        avec `| cat`.

check-prints-nothing-else = stdout porte les réponses et rien d'autre
    .page =
        Une ligne est posée, et stdout ne contient ensuite que sa réponse : pas d'invite, pas un mot de la connexion,
        pas de ligne vide après.

        `tcp-client hote:8888 < questions > reponses` ne sert que si les réponses y sont seules. Les nouvelles destinées
        aux gens vont sur stderr. À regarder : stdout(3), `eprintln!`.

check-several-lines = plusieurs lignes reçoivent leurs réponses l'une après l'autre
    .page =
        Plusieurs lignes sont tapées, et chacune reçoit sa réponse, par une seule et même connexion.

        Établir une connexion coûte un aller-retour ; une conversation en établit une. À regarder : votre boucle, et ce
        qu'elle recrée à chaque tour.

check-does-not-run-ahead = la ligne suivante ne part que quand la réponse est là
    .page =
        Plusieurs lignes sont tapées d'un coup. Le serveur retient sa réponse à la première, et ne doit pas recevoir la
        deuxième pendant ce temps.

        Une question, une réponse : qui prend de l'avance ne sait plus quelle réponse va avec quelle question, et si
        elles sont longues, chacun peut finir par attendre l'autre. À regarder : quel appel attend entre deux lignes ?

check-reply-in-pieces = une réponse venue en morceaux est une seule ligne
    .page =
        Le serveur envoie la moitié de sa réponse, qui peut s'arrêter au milieu d'un é, puis le reste. Une ligne est affichée, entière, et la ligne suivante
        ne part qu'après.

        TCP ne garde pas de limite entre les écritures : une lecture rend ce qui est là. À regarder : recv(2) ; à quoi
        votre programme voit-il que la réponse est complète ?

check-replies-together = deux réponses arrivées ensemble sont deux réponses
    .page =
        Avec la réponse à la première ligne, le serveur envoie celle de la deuxième dans le même segment. Chacune est
        affichée pour sa ligne, et aucune ne se perd.

        Ce qu'un lecteur à tampon a lu en trop appartient au tour suivant. À regarder : où vit votre lecteur, et
        combien de temps ?

check-last-line = une dernière ligne sans \n part avec un \n
    .page =
        L'entrée se termine au milieu d'une ligne. La ligne part avec un \n, et sa réponse est affichée.

        Le serveur attend le \n : sans lui, il ne répondrait jamais. À regarder : ce que rend votre lecture à la fin de
        l'entrée.

check-empty-line = une ligne vide est une ligne
    .page =
        Une ligne vide est tapée. Elle part, sa réponse est affichée, et la suivante vient.

        Vide ne veut pas dire fini. À regarder : à quoi votre programme reconnaît-il la fin de l'entrée, avant ou après
        avoir retiré le \n ?

check-crlf = une réponse terminée par \r\n est comprise
    .page =
        Le serveur termine sa réponse par \r\n. Elle est affichée sans le \r.

        Bien des protocoles d'Internet terminent ainsi leurs lignes. À regarder : votre affichage avec `| xxd` ;
        RFC 5198, section 2.

check-any-bytes = seul \n termine une ligne, les blancs qui l'entourent restent, et ni un NUL ni des octets qui ne sont pas de l'UTF-8 n'arrêtent personne
    .page =
        Une ligne tapée et une réponse sont entourées de blancs et contiennent des octets qui ne sont pas de l'UTF-8. La
        ligne part telle quelle ; la réponse est affichée avec ses blancs, et U+FFFD pour ce qui n'est pas lisible.
        Une autre ligne et sa réponse contiennent un NUL, et une troisième des caractères qui terminent une ligne ailleurs :
        un \r seul, VT, FF, NEL, U+2028. `quit` et `exit` sont des lignes, elles aussi.

        À regarder : le type dans lequel vous lisez ; en Rust, `read_until` à côté de `read_line`.

check-long-lines = des lignes et des réponses de 1 Mio passent en entier
    .page =
        Une ligne de 1 Mio est tapée, et la réponse est aussi longue. Les deux arrivent entières.

        Aucun tampon de socket n'en contient autant : un `write` en prend une partie, un `read` en rend une partie. À
        regarder : send(2), sur la valeur de retour ; en Rust, `write_all`.

check-closes-in-order = à la fin de son entrée il ferme en bon ordre, statut 0
    .page =
        L'entrée se termine ; le serveur voit la fin de la connexion, pas une réinitialisation, et le programme se termine avec le
        statut 0.

        Une connexion fermée avec des octets non lus est réinitialisée, et l'autre peut perdre ce qui était arrivé. À
        regarder : close(2), shutdown(2) ; RFC 9293, section 3.6.

check-nothing-typed = avec une entrée vide, il se connecte, ferme et finit avec 0
    .page =
        L'entrée se termine avant que quoi que ce soit soit tapé. Le serveur voit une connexion et sa fin, et le statut
        est 0.

        À regarder : ce que votre programme fait à la fin de l'entrée, et dans quel ordre.

check-refused = un serveur qui refuse est une erreur qui le nomme, statut 1
    .page =
        Personne n'écoute à cette adresse. Une ligne sur stderr la nomme, et le statut est 1 ; pas de panique.

        « Connection refused » tout seul ne dit pas par qui. À regarder : connect(2), sous ECONNREFUSED.

check-server-closes = un serveur qui ferme avant de répondre est une erreur, statut 1
    .page =
        Le serveur prend une ligne et ferme sans un mot. Le programme s'en aperçoit, et se termine avec le statut 1.

        Une lecture de 0 octet, c'est la fin, alors qu'une réponse était due. À regarder : recv(2), sur la valeur de
        retour 0.

check-half-a-reply = une réponse qui s'interrompt, ou une réinitialisation à sa place, est une erreur, statut 1
    .page =
        Le serveur envoie le début d'une réponse, sans \n, et ferme. Le statut est 1 ; que le début soit affiché ou non
        est laissé ouvert. Il en va de même d'une réinitialisation à la place de la réponse, et d'un serveur qui ferme
        avant sa deuxième réponse.

        Une demi-réponse ressemble à une réponse pour qui ne cherche pas le \n. À regarder : ce que donne votre lecture
        d'une ligne quand le flux se termine avant le \n.

check-every-address = toutes les adresses d'un nom sont essayées
    .page =
        Le nom du serveur a plusieurs adresses, et seule la dernière est écoutée. Le programme l'atteint.

        `localhost`, c'est ::1 et 127.0.0.1, et plus d'un serveur n'écoute qu'à l'une des deux. À regarder :
        getaddrinfo(3) ; RFC 8305.

check-ipv6 = le serveur peut être une adresse IPv6 entre crochets
    .page =
        Le serveur est [::1] et un port, et la conversation se passe comme en IPv4.

        À regarder : ipv6(7) ; RFC 3986, section 3.2.2.

check-unknown-name = un nom inconnu est une erreur qui le nomme, statut 1
    .page =
        Le serveur est un nom que personne ne connaît. Une ligne sur stderr le nomme, et le statut est 1.

        À regarder : getaddrinfo(3), sous EAI_NONAME.

check-usage = de mauvais arguments donnent `usage:` et le statut 2
    .page =
        Une adresse sans port, un port qui n'en est pas un, ou trop d'arguments : une ligne sur stderr commence par
        `usage:`, et le statut est 2.

        Au statut, un script voit s'il faut réessayer (1) ou s'il a mal appelé le programme (2). À regarder : exit(3),
        et la liste dans le README.

check-defaults = sans argument, il se connecte à 127.0.0.1:8888
    .page =
        Le programme est lancé sans argument, et se connecte à 127.0.0.1, port 8888.

        À regarder : la constante en haut du fichier.

# Pour qui n'a pas commencé : de quoi s'occupe la partie 1, pourquoi, un exemple, une question, où lire plus. C'est
# `checker hint` qui le montre.
begin-tcp-client =
    La partie 1, c'est la connexion : avant que le premier de vos octets voyage, les deux noyaux conviennent de se
    parler.

    Pourquoi : se connecter, c'est envoyer un SYN au port du serveur. Si un programme y écoute, son noyau répond
    SYN+ACK, et la connexion est établie, avant même que ce programme l'ait acceptée. Si personne n'écoute, c'est un
    RST qui revient : « connection refused ».

        vous     SYN        ->   le noyau du serveur
        vous     <- SYN+ACK      quelqu'un écoute : connecté
        vous     <- RST          personne : une erreur, tout de suite

    À méditer : un nom comme `localhost` peut désigner plusieurs adresses. Qui les essaie l'une après l'autre, et
    quand faut-il renoncer ?

    Pour aller plus loin : connect(2) ; getaddrinfo(3) ; RFC 9293, section 3.5. Pour avoir à qui se connecter : `nc
    -l 8888` (ou `nc -l -p 8888`).
