# Un titre qui se suffit à lui-même ; `.cause`, montrée avec un échec ; `.page`, montrée par `checker explain NOM`.
# Dans une page, les lignes décalées de quatre de plus sont des exemples et restent telles quelles.

## Flux et messages

misconception-one-read-is-one-message = une lecture est prise pour un message entier
    .cause =
        TCP transporte un flux d'octets, pas des messages : ce qui est parti d'un coup peut arriver en morceaux, et
        une lecture rend ce qui est déjà là. Une ligne est complète quand son \n est arrivé, pas quand la lecture
        revient.
    .page =
        Ce que l'on voit : les lignes courtes passent, presque toujours si tout est sur la même machine ; une ligne
        qui voyage en deux morceaux reçoit deux réponses, ou bien sa moitié se perd.

        Pourquoi : TCP promet les mêmes octets dans le même ordre, et rien sur l'endroit où une écriture s'arrêtait.
        Le noyau range ce qui arrive dans le tampon du socket, et `recv` revient dès qu'il y a un octet. Combien il y
        en a dépend des segments, des délais et des retransmissions.

            écrit    "hello\n"
            lu       "he"      pas encore de ligne : à garder
            lu       "llo\n"   maintenant, en voilà une

        À méditer : après une lecture qui a donné « he », que sait votre programme, et que doit-il encore attendre ?
        Où garde-t-il ce « he » entre-temps ?

        Pour aller plus loin : recv(2) ; RFC 9293, section 3.9.1.3 (RECEIVE).

misconception-one-write-is-one-read = des messages arrivés ensemble sont pris pour un seul
    .cause =
        Ce qui a été écrit en deux fois peut être lu en une : TCP garde l'ordre des octets et oublie les limites entre
        les écritures. Une lecture peut contenir deux lignes, ou une ligne et demie.
    .page =
        Ce que l'on voit : deux lignes envoyées coup sur coup sont traitées comme une seule, avec un \n au milieu ; ou
        bien seule la première est vue.

        Pourquoi : pendant que votre programme est occupé, le noyau continue de recevoir et met tout bout à bout dans
        un seul tampon. La lecture suivante vide ce tampon, peu importe qui a écrit combien de fois. Le noyau de
        l'émetteur peut aussi réunir de petites écritures (algorithme de Nagle).

            écrit    "un\n"   "deux\n"
            lu       "un\ndeux\ntr"
            lignes   "un", "deux", et le début d'une troisième

        À méditer : dans ce que rend une lecture, combien de \n peut-il y avoir ? Que deviennent les octets qui
        suivent le dernier ?

        Pour aller plus loin : recv(2), tcp(7) sous TCP_NODELAY ; RFC 9293, section 3.7.4 (Nagle).

misconception-one-read-is-one-line = ce que rend une lecture de stdin est pris pour une ligne
    .cause =
        stdin est un flux d'octets : une lecture rend ce qui est là, une moitié de ligne ou plusieurs lignes. Ce qui
        termine une ligne, c'est son \n.
    .page =
        Ce que l'on voit : qui tape lentement ne remarque rien ; de plusieurs lignes collées, ou venues d'un fichier ou
        d'un tube, il en part plusieurs en une, ou une en deux parties.

        Pourquoi : un terminal remet ses lignes une par une, et une lecture a donc l'air d'une ligne. Un tube ou un
        fichier ne connaît pas de lignes : `read` remplit le tampon avec ce qu'il y a. De l'autre côté, chaque
        datagramme se suffit, et ce qui est parti ensemble le reste.

            dans le tube   "un\ndeux\n"
            lu             "un\ndeux\n"    deux lignes : deux datagrammes

        À méditer : qu'est-ce qui dit à votre programme qu'une ligne est complète ? Que fait-il des octets qui suivent
        le \n ?

        Pour aller plus loin : read(2) ; en Rust, `BufRead::read_line` et `read_until` ; essayez
        `printf 'un\ndeux\n' | votre programme`.

misconception-hands-on-the-whole-buffer = tout le tampon est transmis, pas seulement ce qui est arrivé
    .cause =
        Une lecture remplit le début du tampon, et sa valeur de retour dit de combien d'octets. Derrière eux reste ce
        qui s'y trouvait avant : des zéros, ou la fin d'un message précédent.
    .page =
        Ce que l'on voit : le bon texte, suivi de centaines de NUL. Un terminal les cache ; `| xxd` ou `| od -c` les
        montre.

        Pourquoi : `recv`, `read` et `recvfrom` écrivent au début d'un tampon dont la taille ne change pas, et rendent
        le nombre d'octets arrivés. Le tampon, lui, n'en sait rien ; l'afficher ou l'envoyer tout entier, c'est
        transmettre ce que personne n'a dit.

            tampon     [0; 1024]
            recv → 6   "hello\n", et 1018 zéros derrière
            utile      les 6 premiers octets

        À méditer : que devient le nombre rendu par votre lecture ? Qu'y a-t-il dans le tampon quand un message court
        suit un message long ?

        Pour aller plus loin : recv(2), read(2), sous RETURN VALUE ; en Rust, les tranches : `&buffer[..size]`.

misconception-new-buffer-for-each-line = les octets qui suivent une ligne sont jetés
    .cause =
        Un lecteur à tampon prend au socket, ou à stdin, plus que la ligne qu'il rend. En créer un nouveau pour chaque
        ligne, c'est jeter ce que l'ancien avait déjà lu.
    .page =
        Ce que l'on voit : de deux lignes qui arrivent ensemble, la première est bien traitée, la seconde jamais ; ou
        bien le début d'une ligne suivante manque.

        Pourquoi : un lecteur à tampon demande au noyau tout ce qui tient dans son tampon, quelques kilo-octets, et
        rend une ligne. Le reste n'est plus là d'où il vient : il vit dans le lecteur, et disparaît avec lui.

            socket    "un\ndeux\n"
            lecteur   prend les 8 octets, rend "un"
            jeté      "deux\n" avec lui ; le socket est vide

        À méditer : combien de temps un lecteur doit-il vivre, comparé à sa connexion, ou à l'entrée du programme ? À qui
        appartient-il ?

        Pour aller plus loin : la documentation de `std::io::BufReader`, qui met en garde contre cela précisément.

misconception-line-too-short-buffer = une ligne est plus longue que le tampon prévu pour elle
    .cause =
        Une ligne peut être bien plus longue qu'un tampon de taille fixe. Ce qui n'y tient pas est coupé, ou pris pour
        la ligne suivante.
    .page =
        Ce que l'on voit : jusqu'à une certaine longueur tout va bien, au-delà les lignes sont coupées ou sortent en
        morceaux. Cette longueur est souvent un nombre rond : 512, 1024, 4096.

        Pourquoi : une lecture remplit au plus le tampon qu'on lui donne. Le reste de la ligne attend dans le socket
        et vient avec la lecture suivante, où un programme qui compte les lectures le prend pour du nouveau.

            tampon de 8, ligne de 12    lu "abcdefgh", lu "ijkl\n"

        À méditer : qu'est-ce qui dit qu'une ligne est complète : le tampon plein, ou quelque chose dans les octets ?
        Quel conteneur grandit avec son contenu ?

        Pour aller plus loin : recv(2).

misconception-forgets-the-newline = il manque le \n à la fin de la ligne
    .cause =
        Le \n fait partie de la ligne : rien d'autre ne dit où elle finit. Bien des fonctions qui lisent une ligne le
        retirent, et bien des fonctions qui écrivent ou affichent n'en ajoutent pas.
    .page =
        Ce que l'on voit : tous les mots sont justes, et pourtant il manque quelque chose. En TCP, l'autre côté fait
        comme si rien n'était venu ; à l'écran, deux lignes se collent en une ; un datagramme arrive, avec un octet de
        moins.

        Pourquoi : qui lit les lignes d'un flux ne voit pas où votre écriture s'est arrêtée. Il rassemble des octets
        jusqu'au \n convenu. Un datagramme, lui, finit là où il finit, mais son \n était convenu aussi : qui l'affiche
        tel quel se retrouve avec tout sur une ligne.

            envoyé   "hello"        pas encore une ligne
            envoyé   "hello\n"      une ligne

        À méditer : quelle fonction a retiré le \n, et laquelle le remet ?

        Pour aller plus loin : `cat -A` montre chaque \n par un $ : comparez `printf hello | cat -A` et
        `echo hello | cat -A`.

misconception-keeps-the-newline = le \n qui termine une ligne est pris pour une partie d'elle
    .cause =
        Le \n termine la ligne et n'en fait pas partie. Si on le garde et qu'on en ajoute un autre, il apparaît une
        ligne vide que personne n'a envoyée.
    .page =
        Ce que l'on voit : une ligne vide après chaque ligne, ou un \n au milieu de ce qui devait être une seule ligne.

        Pourquoi : les fonctions qui lisent une ligne n'ont pas toutes le même usage : certaines laissent le \n à la
        fin, d'autres le retirent. Celles qui affichent diffèrent aussi : certaines en ajoutent un. Au total, cela en
        fait zéro, un ou deux.

            gardé puis ajouté     "hello\n" + "\n"
            retiré puis ajouté    "hello"   + "\n"

        À méditer : affichez la ligne lue de façon à voir sa fin (en Rust, avec {"{:?}"}). Qu'y a-t-il là ?

        Pour aller plus loin : la documentation de la fonction qui lit la ligne, à propos du délimiteur.

misconception-keeps-the-carriage-return = le \r d'une fin de ligne Windows est pris pour une partie de la ligne
    .cause =
        Certains systèmes et bien des protocoles terminent une ligne par \r\n. Si l'on ne retire que le \n, il reste un
        \r que l'écran ne montre pas, et qui est bien là.
    .page =
        Ce que l'on voit : tout semble juste dans le terminal, et une comparaison échoue ; ou bien le curseur revient
        en arrière et le début de la ligne est recouvert.

        Pourquoi : \r (13) ramenait jadis le chariot de l'imprimante, \n (10) faisait avancer le papier. Unix termine
        une ligne par \n ; les terminaux Windows, HTTP et SMTP par \r\n. Sur le réseau, on rencontre les deux.

            octets   68 69 0d 0a     "hi\r\n"
            ligne    68 69           "hi"

        À méditer : faut-il retirer un \r à la fin, tous, ou aussi celui du milieu ?

        Pour aller plus loin : RFC 5198, section 2, sur les fins de ligne.

misconception-special-word = un mot est pris pour une commande
    .cause =
        Une ligne comme `quit` ou `exit` est ici une ligne comme les autres : elle s'envoie, s'affiche et reçoit sa réponse. Ce qui
        prend fin, c'est l'entrée, ou la connexion, et non ce que l'on en dit.
    .page =
        Ce que l'on voit : tout va bien jusqu'à ce que quelqu'un écrive `quit`, ou demande comment on quitte. Alors le
        programme se termine, ou la ligne manque.

        Pourquoi : stdin et une connexion ont leur propre fin. Au terminal, c'est Ctrl-D ; un fichier se termine tout
        simplement ; un pair ferme. Le programme l'apprend par `read`, qui rend 0 octet. Un mot qui veut dire la fin enlève une
        ligne à qui voudrait la dire ; dans un serveur c'est pire, car n'importe quel client décide alors.

            "quit\n"      cinq octets, une ligne comme les autres
            read → 0     la fin

        À méditer : comment votre programme apprend-il que plus rien ne viendra ? Que se passe-t-il si son entrée est un
        fichier où ce mot occupe une ligne à lui seul ?

        Pour aller plus loin : read(2), sous la valeur de retour 0 ; stty(1), à propos de `eof`.

misconception-other-line-ends = une ligne s'arrête à des caractères qui n'en terminent aucune ici
    .cause =
        Ici, \n termine une ligne, et rien d'autre. Certaines fonctions coupent aussi à un \r seul, à un saut de page ou
        aux autres fins de ligne que connaît Unicode.
    .page =
        Ce que l'on voit : une ligne d'un texte venu d'ailleurs en donne deux, ou il en manque un morceau.

        Pourquoi : le mot « ligne » n'a pas le même sens partout. Un fichier texte ouvert en Python connaît \r, \n et
        \r\n, et le `splitlines` d'un texte une dizaine de fins, dont VT (0b), FF (0c), NEL (U+0085) et U+2028. Un
        protocole dit laquelle compte, et chaque côté doit s'y tenir.

            arrivé            "un\fencore un\n"
            splitlines        "un", "encore un"
            coupé au \n       "un\fencore un"

        À méditer : quel appel de votre programme décide où finit une ligne, et voit-il des octets ou du texte ?

        Pour aller plus loin : en Python, `str.splitlines`, et le paramètre `newline` de `open`, `makefile` et
        `reconfigure`.

misconception-trims-the-line = on retire plus que la fin de la ligne
    .cause =
        Les blancs du début et de la fin font partie de la ligne, et un \r placé avant la fin de ligne aussi. Les
        fonctions du genre « trim » les emportent tous avec le \n.
    .page =
        Ce que l'on voit : les lignes arrivent sans les espaces ou tabulations qui les ouvraient ou les fermaient, et
        une ligne de blancs devient une ligne vide.

        Pourquoi : « trim » veut dire tous les blancs, le \r compris, aux deux bouts ou à un seul. La fin d'une ligne,
        c'est un \n, et un \r devant lui, s'il y en a un : de \r\r\n, le premier \r fait partie de la ligne. Pour qui
        envoie un tableau, ou un programme Python, les blancs sont le message.

            ligne       "  deux blancs, puis des mots \n"
            avec trim   "deux blancs, puis des mots"

        À méditer : quelle fonction retire exactement une fin, et seulement si elle est là ?

        Pour aller plus loin : en Rust, `strip_suffix` à côté de `trim`.

misconception-loses-the-last-line = une dernière ligne sans \n est perdue
    .cause =
        Le flux peut se terminer avant le dernier \n. Ce qui a été rassemblé jusque-là est aussi une ligne.
    .page =
        Ce que l'on voit : tout est là sauf la dernière ligne, et seulement quand aucun retour à la ligne ne la
        termine.

        Pourquoi : qui rassemble des octets jusqu'au \n en a encore en main quand le flux se termine. La fin du flux
        (une lecture de 0 octet) est la seconde manière dont une ligne peut finir.

            printf 'un\ndeux'
            "un" finit avec son \n, "deux" avec la fin du flux

        À méditer : quand vient la lecture de 0 octet, que reste-t-il dans votre tampon, et qu'en faites-vous ?

        Pour aller plus loin : read(2), sur la valeur de retour 0.

misconception-takes-off-the-last-byte = le dernier octet est retiré sans qu'on le regarde
    .cause =
        Le dernier octet d'une ligne n'est pas toujours un \n : là où le flux se termine, la dernière ligne peut ne pas en
        avoir. Ce qui a été retiré là faisait partie du texte.
    .page =
        Ce que l'on voit : à la toute dernière ligne il manque la dernière lettre, et à aucune autre.

        Pourquoi : retirer le dernier octet de chaque ligne est juste tant que c'est son \n. Une dernière ligne qui finit
        avec le flux n'en a pas, et perd une lettre.

            "bonjour\n"   le dernier octet est \n    "bonjour"
            "bonjour"     le dernier octet est r     "bonjou"

        À méditer : quelle fonction ne retire quelque chose que s'il est là ?

        Pour aller plus loin : en Rust, `strip_suffix` à côté de `pop` ; en Python, `removesuffix` à côté de `[:-1]`.

misconception-stops-at-an-empty-line = quelque chose de vide est pris pour la fin
    .cause =
        Une ligne vide est un octet, \n, et un datagramme vide est un datagramme. Seule la fin d'un flux est une
        lecture de 0 octet.
    .page =
        Ce que l'on voit : après une ligne vide, ou un datagramme vide, plus rien ne se passe.

        Pourquoi : la fin d'un flux se montre par une lecture de 0 octet. Une ligne vide n'est pas cela : son \n fait
        1 octet, et la ligne n'est vide qu'une fois ce \n retiré. UDP, lui, n'a pas de fin du tout : 0 octet rendu par
        `recvfrom`, c'est un datagramme sans contenu.

            "\n"   1 octet    une ligne vide, d'autres suivront
            ""     0 octet    TCP : la fin ; UDP : un datagramme vide

        À méditer : posez-vous la question de la fin avant ou après avoir retiré le \n ?

        Pour aller plus loin : recv(2), le paragraphe sur la valeur de retour 0.

misconception-insists-on-utf-8 = des octets qui ne sont pas de l'UTF-8 ne sont pas pris tels quels
    .cause =
        Le réseau transporte des octets, et personne ne promet que ce soit du texte. Une fonction qui exige de l'UTF-8
        valide échoue au premier octet qui n'en est pas, et une fonction qui répare met une marque à sa place.
    .page =
        Ce que l'on voit : un octet bizarre, et le programme se termine, ou la ligne est perdue.

        Pourquoi : en Rust, une `String` est toujours de l'UTF-8 ; lire d'autres octets dans une `String` échoue donc
        forcément, avec l'erreur `InvalidData`. En Python, le décodage lève `UnicodeDecodeError`. Un collègue qui tape
        é en Latin-1 envoie 0xe9 tout seul, qui n'est pas de l'UTF-8.

            octets       63 61 66 e9
            affiché      "caf" et U+FFFD, le signe « illisible »

        À méditer : à quel endroit votre programme a-t-il besoin de texte, et où des octets suffiraient-ils ?

        Pour aller plus loin : en Rust, la documentation de `String::from_utf8_lossy` ; RFC 3629, section 3.

misconception-ends-at-a-nul = une ligne s'arrête à un NUL qu'elle contient
    .cause =
        Une ligne peut contenir tout octet sauf \n, donc aussi un NUL (0). Ce qui la traite comme une chaîne du C s'arrête
        au premier NUL.
    .page =
        Ce que l'on voit : le début d'une ligne est là, et à partir d'un NUL, le reste manque.

        Pourquoi : une chaîne du C n'a pas de longueur : elle va jusqu'au premier octet 0. `printf` avec `%s`, `strlen`,
        `strcpy` et `strchr` le cherchent tous. Des octets venus du réseau ont une longueur, celle que la lecture a
        rendue, et un 0 parmi eux est un octet comme un autre.

            arrivé     61 00 62 0a     4 octets
            strlen     1
            %s         "a"

        À méditer : comment la longueur d'une ligne passe-t-elle de l'appel qui l'a lue à celui qui l'écrit ?

        Pour aller plus loin : string(3), fwrite(3), getline(3) et sa valeur de retour.

misconception-text-taken-for-a-format = ce qui est reçu sert de format
    .cause =
        Un %d contenu dans une ligne a été remplacé par un nombre : la ligne elle-même a été donnée à printf comme format.
        Un texte venu du réseau est un argument, jamais le format.
    .page =
        Ce que l'on voit : tout va bien jusqu'à ce que quelqu'un écrive `100 %`. Alors s'affichent des nombres que personne
        n'a envoyés, ou le programme plante.

        Pourquoi : `printf(ligne)` lit son premier argument comme des instructions. À chaque `%d`, il prend l'argument
        suivant, qui n'existe pas : il prend ce qui se trouve dans tel registre ou sur la pile. Avec `%s`, il le suit comme
        une adresse, et avec `%n`, il y écrit même. Qui peut envoyer une ligne lit et écrit alors dans la mémoire du
        programme.

            ligne           100 %d
            printf(ligne)   100 22018
            "%s", ligne     100 %d

        À méditer : parmi les textes de votre programme, lesquels avez-vous écrits, et lesquels viennent de quelqu'un
        d'autre ?

        Pour aller plus loin : printf(3), la partie sur les défauts (BUGS) ; fputs(3) et fwrite(3), qui ne connaissent pas
        de format ; CWE-134 ; l'avertissement `-Wformat-security` de gcc.

misconception-adds-a-newline = une dernière ligne sans \n en reçoit un
    .cause =
        La dernière ligne est partie avec un \n que personne n'a tapé. Ici, on demande d'envoyer ce qui a été lu, tel
        quel.
    .page =
        Ce que l'on voit : toutes les lignes sont justes ; la dernière, si l'entrée s'arrêtait au milieu, a un octet de
        plus que ce qui a été tapé.

        Pourquoi : une fonction qui lit des lignes et leur ôte la fin oublie s'il y en avait une. Mettre ensuite un \n
        derrière chaque ligne, c'est en donner un à la dernière aussi. `printf 'bonjour'` se termine sans \n,
        `echo bonjour` avec.

            tapé     "un\n"   "deux"
            lu       "un"     "deux"     y avait-il un \n ?
            envoyé   "un\n"   "deux\n"

        À méditer : quand votre programme a lu une ligne, comment pourrait-il encore savoir de quelle façon elle
        finissait ?

        Pour aller plus loin : `printf 'un\ndeux' | xxd` ; en Rust, `BufRead::lines` à côté de `read_line` et de
        `read_until`.

misconception-adds-a-carriage-return = un \r est envoyé que personne n'a demandé
    .cause =
        La ligne part avec \r\n à la fin, là où seul \n est demandé, et personne n'avait tapé ni envoyé de \r.
    .page =
        Ce que l'on voit : à l'écran, tout est comme il faut. Un autre programme trouve un octet de trop à la fin de
        chaque ligne, et compare en vain.

        Pourquoi : \r\n termine les lignes de HTTP, de SMTP et de Windows ; chaque protocole dit ce qu'il veut. L'autre
        côté ôte ce qu'il connaît, le \n, et garde le \r comme dernière lettre de la ligne.

            demandé   68 69 0a        "hi\n"
            envoyé    68 69 0d 0a     "hi\r\n"

        À méditer : d'où vient ce \r dans votre programme : y est-il écrit, ou est-ce une fonction, ou le mode d'un
        fichier, qui le met ?

        Pour aller plus loin : `votre programme | xxd` ; RFC 5198, section 2, sur les fins de ligne.

misconception-skips-what-is-empty = ce qui est vide est sauté
    .cause =
        Une ligne vide, un datagramme vide ou un fichier vide a été sauté comme s'il n'était pas venu. C'en est un comme
        les autres, avec rien dedans.
    .page =
        Ce que l'on voit : tout passe, sauf ce qui est vide : la ligne suivante vient à sa place, ou bien l'autre côté
        attend une réponse qui ne vient jamais.

        Pourquoi : quelqu'un a appuyé sur Entrée, ou envoyé un datagramme de 0 octet, et il le voulait. « Il n'y a rien
        dedans » et « il n'y avait rien » sont deux choses. Un test du genre « si le texte n'est pas vide », au mauvais
        endroit, les traite de la même façon.

            tapé     "un\n"   "\n"   "deux\n"
            lignes   "un"     ""     "deux"       il y en a trois

        À méditer : quel test de votre programme demande s'il y a quelque chose dans la ligne, et qu'est-ce qui irait
        mal sans lui ?

        Pour aller plus loin : recv(2), sur les messages de longueur nulle ; en Python, ce que demande `if ligne:`.

misconception-reads-until-closed = ce qui est arrivé ne sert que quand la connexion finit
    .cause =
        La ligne est là, jusqu'à son \n, et le programme continue de lire au lieu de s'en servir : seule la fin de la
        connexion l'a fait avancer. Si elle reste ouverte, il attend sans fin.
    .page =
        Ce que l'on voit : tant que les deux sont connectés, rien ne se passe. Quand on arrête l'autre programme, tout
        vient d'un coup.

        Pourquoi : « tout lire » lit jusqu'à ce qu'une lecture rende 0 octet, et cela arrive quand l'autre côté ferme
        son sens. Dans une conversation, il ne le fait pas : il attend ce que vous direz. La fin d'une ligne est dans
        les octets, celle d'une connexion n'y est pas.

            read → "bonjour\n"   une ligne est complète
            read → …             attend ce qui ne viendra peut-être jamais
            read → 0             c'est seulement ici que tout est lu

        À méditer : lequel de vos appels revient à la fin d'une ligne, et lequel seulement à la fin de tout ?

        Pour aller plus loin : recv(2) ; en Rust, `read_to_string` à côté de `read_line` ; en Python, `read` à côté de
        `readline`.

misconception-buffered-behind-select = une ligne attend dans le lecteur, là où `select` ne la voit pas
    .cause =
        `select` et `poll` disent ce qui se trouve dans le noyau. Un lecteur à tampon y prend plusieurs lignes d'un coup
        et en rend une : les autres sont déjà dans le programme, et aucun appel n'en parle.
    .page =
        Ce que l'on voit : qui tape lentement ne remarque rien. De deux lignes arrivées ensemble, la première part
        aussitôt, la seconde quand on en tape une troisième.

        Pourquoi : le lecteur demande au noyau tout ce qu'il y a, les deux lignes, et donne la première. Le descripteur
        est alors vide : `select` dort, et la seconde ligne est dans la mémoire du même programme.

            tapé             "un\ndeux\n"
            dans le noyau                   rien
            dans le lecteur  "deux\n"       `select` n'en sait rien

        À méditer : quelles parties de votre programme retiennent des octets, et à qui demandez-vous avant de vous
        endormir ?

        Pour aller plus loin : select(2) ; en Python, `os.read` à côté de `sys.stdin.readline`.

## Ce qui est affiché, et quand

misconception-stdout-not-flushed = ce qui est affiché reste dans un tampon
    .cause =
        Ce que l'on écrit est rassemblé dans un tampon et part quand celui-ci est plein, ou quand le programme se
        termine. Vers un tube, une fin de ligne ne le vide pas partout.
    .page =
        Ce que l'on voit : rien pendant longtemps, puis tout à la fois ; dans un terminal, cela semblait juste.

        Pourquoi : un appel système à chaque affichage coûte cher, alors les bibliothèques rassemblent. Beaucoup le
        font ligne par ligne dans un terminal, et par 4 ou 8 Kio vers un tube ou un fichier. Qui attend à l'autre bout
        du tube ne voit rien pendant ce temps. En Rust, `println!` va partout ligne par ligne, `print!` sans \n ne part
        pas tout de suite, et un `BufWriter` attend d'être plein.

            votre programme | cat

        À méditer : que voyez-vous avec `| cat` que vous ne voyiez pas sans lui ? Quel appel dit « maintenant » ?

        Pour aller plus loin : stdout(3), setvbuf(3).

misconception-reads-all-input-first = toute l'entrée est lue avant que la première ligne parte
    .cause =
        Le programme attend la fin de son entrée standard. Or quelqu'un qui tape ne l'a pas terminée : il attend qu'il
        se passe quelque chose.
    .page =
        Ce que l'on voit : avec un fichier en entrée tout marche ; qui tape ne voit rien avant Ctrl-D.

        Pourquoi : lire « tout », c'est lire jusqu'à la fin, et un terminal n'a pas de fin avant Ctrl-D. Pendant tout
        ce temps, le programme attend dans `read` son entrée standard, avec des lignes complètes déjà en mémoire. On
        voit la même chose quand les lignes sont lues une à une, et écrites dans un tampon que rien ne vide avant la
        fin.

            (echo un; sleep 5; echo deux) | votre programme

        À méditer : quand la première ligne est-elle complète, et que faut-il savoir de la deuxième pour l'envoyer ?

        Pour aller plus loin : read(2) ; termios(3), sur le mode canonique.

misconception-waits-for-input-first = le programme attend le clavier avant d'écouter le réseau
    .cause =
        Le programme attend son entrée standard alors que quelque chose est arrivé par le réseau. Un thread n'attend
        qu'à un endroit à la fois.
    .page =
        Ce que l'on voit : ce qui arrive ne s'affiche qu'une fois la ligne suivante tapée.

        Pourquoi : `read` sur l'entrée standard bloque jusqu'à ce qu'il y ait une ligne. Pendant ce temps, les octets
        du réseau sont dans le tampon du socket, complets, et personne ne va les chercher.

            clavier ──read──▶ vous attendez ici
            réseau  ──────▶   et ceci se remplit

        À méditer : lequel des deux côtés peut être le premier ? Comment attendre deux choses à la fois : deux threads,
        ou un appel qui surveille plusieurs descripteurs ?

        Pour aller plus loin : poll(2) ; pthreads(7).

misconception-message-waits-for-input = stdin est attendue, alors que le message est donné
    .cause =
        Ce qu'il faut envoyer est sur la ligne de commande. Le programme attend quand même son entrée standard, où
        personne n'a rien à taper.
    .page =
        Ce que l'on voit : lancé avec un message, le programme ne se termine pas, et souvent n'envoie rien non plus,
        jusqu'à ce que quelqu'un tape Ctrl-D.

        Pourquoi : avec un argument de plus, ce que le programme envoie vient d'une autre source, et stdin ne le regarde
        plus. Qui ne regarde pas l'argument, ou lit stdin avant de le regarder, attend une fin qui ne vient pas : un
        terminal reste ouvert.

            programme DEST            ce qui est tapé
            programme DEST MESSAGE    MESSAGE, et aucune lecture de stdin

        À méditer : à quelle ligne votre programme sait-il s'il y a un message, et est-ce avant sa première lecture de
        stdin ?

        Pour aller plus loin : essayez `votre programme DEST MESSAGE` dans un terminal, sans toucher au clavier.

misconception-prints-something-else = il y a sur stdout quelque chose qui n'y a pas sa place
    .cause =
        Ce qui est affiché sur stdout peut être lu par un autre programme. Les messages destinés à quelqu'un vont sur
        stderr.
    .page =
        Ce que l'on voit : la bonne ligne, et à côté un bonjour, un « connecté », une invite ou une variable affichée
        pour voir.

        Pourquoi : un programme a deux sorties pour que l'on puisse avoir les deux : stdout pour le résultat, qu'un
        tube emporte, et stderr pour ce que l'on veut dire à une personne. Dans le terminal, elles se ressemblent.

            votre programme 2>/dev/null     stdout seul
            votre programme >/dev/null      stderr seul

        À méditer : laquelle de vos lignes gênerait quelqu'un qui compte les lignes de votre stdout ?

        Pour aller plus loin : stdout(3).

misconception-wrong-address-shown = l'adresse affichée n'est pas celle de l'émetteur
    .cause =
        Un socket connaît deux adresses, la sienne et celle d'en face. En UDP, l'émetteur n'est connu que datagramme
        par datagramme, par l'appel qui l'a reçu.
    .page =
        Ce que l'on voit : la même adresse pour tout le monde, ou 0.0.0.0, ou le port où le programme lui-même écoute.

        Pourquoi : `getsockname` dit où est le socket, `getpeername` (TCP) qui est à l'autre bout. Un socket UDP
        entend tout le monde ; c'est `recvfrom` qui dit, avec le datagramme, de qui il venait cette fois.

            recvfrom → 5 octets, de 192.0.2.7:40312
            accept   → une connexion, de 192.0.2.7:40313

        À méditer : qui vous donne l'adresse que vous affichez, et la redemandez-vous pour chaque datagramme ou
        client ?

        Pour aller plus loin : recvfrom(2), getpeername(2).

misconception-shows-no-address = le texte est affiché sans son expéditeur
    .cause =
        Ce qui a été dit est là, mais pas qui l'a dit. L'adresse vient avec les données : l'appel qui reçoit un datagramme la
        donne, celui qui accepte une connexion aussi.
    .page =
        Ce que l'on voit : le bon texte, au début de la ligne.

        Pourquoi : plusieurs peuvent parler à un même programme, et leurs lignes se ressemblent. Les octets qui arrivent ne
        nomment pas leur expéditeur ; le système le connaît, et le donne à côté. Qui laisse tomber cette valeur ne la
        retrouvera pas dans le texte.

            recvfrom ▶ données, adresse       un datagramme, et d'où il vient
            accept   ▶ connexion, adresse     une fois pour tout ce que dira ce client

        À méditer : que rendent les appels avec lesquels vous recevez, et quelle partie en utilisez-vous ?

        Pour aller plus loin : recv(2), à propos de `recvfrom` ; accept(2) ; en Rust, `UdpSocket::recv_from` et
        `TcpListener::accept`.

misconception-shows-no-port = l'IP est affichée sans son port
    .cause =
        Une adresse IP désigne une machine, où plusieurs programmes peuvent parler en même temps : seul le port les
        distingue. L'appel qui dit qui a parlé donne les deux.
    .page =
        Ce que l'on voit : le bon texte, la bonne IP, et pas de port derrière.

        Pourquoi : une adresse UDP ou TCP a deux parties. L'IP mène à une machine, le port à un socket de cette
        machine ; deux fenêtres sur un même Pi ont la même IP et des ports différents. N'afficher que l'IP, c'est les
        confondre.

            192.0.2.7:40312   ana
            192.0.2.7:40313   bob, sur le même Pi

        À méditer : à qui irait une réponse envoyée à l'IP seule ?

        Pour aller plus loin : ip(7), udp(7) ; en Rust, `SocketAddr` a les deux parties, `ip()` n'en donne qu'une.

misconception-sends-something-else = ce qui part n'est pas ce que le contrat demande
    .cause =
        L'autre côté lit chaque octet que vous envoyez comme une partie du protocole, et ne connaît que la forme
        convenue. Un octet de plus ou de moins, un mot d'accueil, et il lit autre chose.
    .page =
        Ce que l'on voit : les bons octets, avec quelque chose avant, entre ou après ; presque les bons, où il manque un
        mot ou un blanc ; ou une réponse là où il n'en faut pas.

        Pourquoi : sur le réseau, il n'y a pas de « juste pour voir ». Ce que l'autre n'attend pas, il le prend pour le
        message suivant, et dès lors les deux ne parlent plus de la même chose.

            attendu   "OK\n"
            envoyé    "Bienvenue !\nOK\n"
            compris   la réponse est "Bienvenue !"

        À méditer : écoutez avec `nc` à la place de l'autre, ou avec `nc … | xxd`. Mettez ce que vous voyez à côté de ce
        que montre le README : à quel octet les deux se séparent-ils ?

        Pour aller plus loin : le README de l'exercice, là où il dit ce qui est envoyé.

misconception-runs-ahead = la ligne suivante part avant que la réponse soit là
    .cause =
        Le contrat, c'est une question, une réponse : la réponse à une ligne est lue et affichée avant que la ligne
        suivante parte.
    .page =
        Ce que l'on voit : toutes les lignes partent à la fois, et les réponses viennent en tas, ou pas du tout.

        Pourquoi : écrire dans un socket n'attend personne : `send` revient dès que le noyau a les octets. Si rien ne
        lit entre-temps, le programme a plusieurs questions d'avance, et si elles sont longues, chacun peut finir par
        attendre que l'autre lise.

            demander un ▶ attendre ◀ réponse un ▶ afficher
            demander deux ▶ attendre ◀ réponse deux ▶ afficher

        À méditer : quel appel fait attendre votre programme entre deux questions ?

        Pour aller plus loin : send(2), sur le blocage.

misconception-one-line-only = seule la première ligne est traitée
    .cause =
        Une conversation a autant de lignes que l'autre le veut. Un passage dans le code, c'est une ligne : il faut
        quelque chose qui ramène à la suivante.
    .page =
        Ce que l'on voit : la première ligne marche, puis le programme se termine, ferme, ou ne traite plus rien.

        Pourquoi : un appel qui lit une ligne en lit une. Le flux continue jusqu'à sa fin, et qui ne peut pas savoir
        d'avance le nombre de lignes recommence jusqu'à voir cette fin.

            jusqu'à la fin du flux :
                prendre une ligne
                la traiter

        À méditer : à quoi votre programme reconnaît-il qu'il n'y aura plus de ligne ?

        Pour aller plus loin : read(2), sur la valeur de retour 0.

misconception-ends-after-one = le programme se termine après le premier
    .cause =
        Ce qui attend des datagrammes ou des clients n'a pas de fin naturelle : après l'un vient le suivant. Un
        programme qui sort de sa boucle, ou n'en a pas, n'est plus là pour le deuxième.
    .page =
        Ce que l'on voit : le premier datagramme ou client est traité, puis le programme est terminé.

        Pourquoi : `recvfrom` et `accept` en donnent un chacun. Un serveur est par nature une boucle sans fin : seul
        quelqu'un de l'extérieur l'arrête. Un `return` trop tôt, ou un `?` dans la boucle, est aussi une sortie.

            sans fin :
                en attendre un
                le traiter

        À méditer : quelles sorties votre boucle a-t-elle, et chacune doit-elle terminer tout le programme ?

        Pour aller plus loin : accept(2), recvfrom(2).

misconception-shows-nothing = ce qui est arrivé n'est pas affiché
    .cause =
        Ce qui a été envoyé est arrivé, et rien n'en paraît sur stdout : ni aussitôt, ni plus tard.
    .page =
        Ce que l'on voit : l'autre côté est servi, et la fenêtre du programme lui-même reste vide.

        Pourquoi : recevoir quelque chose et le montrer sont deux choses. Une ligne lue va là où le programme l'envoie ;
        seul ce qui est affiché va sur stdout. Ce n'est pas un tampon que l'on n'aurait pas encore vidé : il serait
        plein à présent, ou vidé par la fin du programme.

            recv → "bonjour\n"
            send   "OK ... bonjour\n"      fait
            afficher                       qui s'en charge ?

        À méditer : sur le chemin d'une ligne à travers votre programme, quel appel écrit dans le descripteur 1 ?

        Pour aller plus loin : stdout(3) ; `strace -e trace=write votre programme`.

misconception-shows-some-only = certaines lignes sont affichées, d'autres non
    .cause =
        Ce qui a été dit d'abord est affiché ; ce qui vient plus tard est bien reçu et ne paraît nulle part sur stdout :
        il prend un autre chemin dans le programme.
    .page =
        Ce que l'on voit : avec un client et une ligne, tout va bien ; les lignes suivantes, ou celles du client suivant,
        sont servies et jamais affichées.

        Pourquoi : une ligne n'est affichée que si elle passe par l'appel qui affiche. Si cet appel se trouve avant la
        boucle, ou sous une condition qui n'est vraie qu'au début (le premier client, les premières lignes), ce qui vient
        ensuite l'évite.

            pour chaque client
                pour chaque ligne
                    afficher, répondre      les deux ici

        À méditer : sur le chemin de la cinquième ligne du deuxième client à travers votre programme, quelle condition
        empêche de l'afficher ?

        Pour aller plus loin : stdout(3) ; `strace -f -e trace=write votre programme`, avec deux clients.

misconception-prints-on-stderr = ce qui va sur stdout est sur stderr
    .cause =
        Ce qui arrive est annoncé sur stderr, et stdout reste vide. Le résultat va sur stdout ; stderr est pour les
        nouvelles du travail.
    .page =
        Ce que l'on voit : dans le terminal, cela semble presque juste. Avec `| cat` ou `> fichier`, les lignes ne sont
        pas où elles devraient être.

        Pourquoi : un programme a deux sorties, et un terminal montre les deux. Un tube ne prend que stdout, pour que
        les messages d'erreur ne se mêlent pas au résultat. Montrer le résultat sur stderr, par `eprintln!` ou par un
        journal, c'est ne rien donner au programme suivant.

            votre programme >resultat      le fichier reste vide
            votre programme 2>nouvelles    et celui-ci a tout

        À méditer : pour qui est chacune de vos lignes : pour le programme suivant, ou pour la personne qui regarde ?

        Pour aller plus loin : stderr(3) ; en Rust, `println!` à côté de `eprintln!` ; en Python, `logging` écrit sur
        stderr.

misconception-prints-raw-bytes = des octets qui ne sont pas de l'UTF-8 sont affichés tels quels
    .cause =
        Ce que l'on affiche est destiné à quelqu'un, comme texte. Un octet qui n'est pas de l'UTF-8 se montre par
        U+FFFD, au lieu d'être transmis tel quel au terminal.
    .page =
        Ce que l'on voit : le texte ordinaire est juste. Un octet étrange passe comme il est venu : le terminal montre
        n'importe quoi, et le programme suivant s'arrête peut-être là.

        Pourquoi : un terminal prend les octets pour de l'UTF-8, et certains pour des commandes. Afficher, c'est
        transmettre ce qu'un inconnu a envoyé. Le décodage a une réponse pour ce qui ne se lit pas : le caractère de
        remplacement.

            arrivé    63 61 66 e9            "caf", et é en Latin-1
            affiché   63 61 66 ef bf bd      "caf" et U+FFFD

        À méditer : quel chemin les octets suivent-ils dans votre programme, du socket à stdout, et où y deviennent-ils
        du texte ?

        Pour aller plus loin : en Rust, `String::from_utf8_lossy` ; en Python, `decode` avec `errors="replace"` ; RFC
        3629, section 3.

misconception-prints-the-representation = le texte est affiché comme l'écrirait un programmeur
    .cause =
        Le texte est entre guillemets, ou donné comme une liste de nombres, comme dans la source d'un programme. C'est
        le texte lui-même qui est demandé.
    .page =
        Ce que l'on voit : "bonjour" avec ses guillemets, ou b'bonjour\n', ou [98, 111, 110, 106, 111, 117, 114], là où
        l'on attend bonjour ; un \n se montre comme une barre et un n.

        Pourquoi : la plupart des langages ont deux façons de montrer une valeur : une pour qui lit, et une pour qui
        programme, qui distingue un texte d'un nombre et rend visibles les octets invisibles. La seconde est ce que l'on
        veut quand on cherche une erreur, pas pour un résultat.

            pour qui lit          bonjour
            pour qui programme    "bonjour\n"
            ses octets            [98, 111, 110, 106, 111, 117, 114, 10]

        À méditer : laquelle des deux votre appel demande-t-il ? La valeur était-elle du texte à cet endroit, ou encore
        des octets ?

        Pour aller plus loin : en Rust, `std::fmt::Display` à côté de `Debug`, et `String::from_utf8_lossy` ; en Python,
        `str` à côté de `repr`, et `bytes.decode`.

misconception-one-behind = chaque message est affiché quand le suivant est là
    .cause =
        Ce qui arrive est retenu, et affiché quand quelque chose vient après. Le dernier ne l'est donc jamais.
    .page =
        Ce que l'on voit : toujours un message de retard : après le premier rien, après le deuxième le premier.

        Pourquoi : cela arrive quand le programme affiche d'abord et reçoit ensuite, quand il regarde le message suivant
        pour savoir si le dernier est complet, ou quand le retour à la ligne est écrit devant la ligne suivante, si bien
        que la ligne attend sans lui dans le tampon.

            arrivé    un          deux        trois
            affiché               un          deux

        À méditer : que sait votre programme après le deuxième message, qu'il ne savait pas après le premier ?

        Pour aller plus loin : setvbuf(3), sur le tampon par lignes ; recvfrom(2).

misconception-waits-before-speaking = le programme attend une réponse à ce qui n'est pas parti
    .cause =
        Le programme est connecté, il attend l'autre côté, et rien de lui n'est parti. Ou bien il attend avant de parler,
        ou bien ce qu'il dit est encore dans un de ses propres tampons.
    .page =
        Ce que l'on voit : les deux programmes tournent, ils sont connectés, et chacun attend l'autre.

        Pourquoi : qui répond à des questions ne dit rien de lui-même : il faut que quelqu'un commence. Deux
        chemins mènent ici. Une lecture se trouve avant la première écriture ; ou bien l'écriture va dans un fichier à
        tampon autour du socket, et le noyau n'en a pas vu un octet quand la lecture commence.

            écrire "bonjour\n" ▶ [ un tampon du programme ]     le noyau a 0 octet
            lire                                                attend

        À méditer : quel appel remet la ligne au noyau, et se trouve-t-il avant la première lecture ?

        Pour aller plus loin : send(2), setvbuf(3) ; en Rust, `Write::flush` ; en Python, `socket.makefile`.

misconception-network-not-flushed = ce qui doit partir reste dans le programme
    .cause =
        Le programme a pris ce qu'on lui a dit, il écoute encore, et pas un octet n'est parti. Ce qu'on écrit dans un
        tampon autour du socket part quand le tampon est plein, ou quand on le vide (`flush`). (Si rien n'est écrit du
        tout, cela se voit de la même façon.)
    .page =
        Ce que l'on voit : votre programme montre qu'il a compris, ou a lu tout ce qui a été tapé, et l'autre côté
        attend. Tout arrive d'un coup à la fin, ou jamais.

        Pourquoi : un appel système par écriture coûte cher, alors un `BufWriter`, ou un fichier autour d'un socket,
        rassemble d'abord quelques kilo-octets. Une ligne ne fait que quelques octets. Qui l'attend ne voit rien : le
        noyau ne l'a pas encore. Et un tampon dont la connexion est fermée d'abord n'a plus à qui envoyer.

            écrire "OK\n" ▶ [ un tampon du programme ]     le noyau a 0 octet
            vider         ▶ le noyau a 3 octets ▶          ils voyagent

        À méditer : quand une ligne est-elle complète, et quel appel dit « maintenant » ? Que vous épargnerait le tampon
        ici ?

        Pour aller plus loin : en Rust, `std::io::BufWriter` et `Write::flush` ; en Python, `socket.makefile` ; en C,
        setvbuf(3).

misconception-sleeps-instead-of-waiting = le programme dort alors qu'on l'attend
    .cause =
        Il y avait quelque chose à faire, et le programme dormait. Dormir laisse passer du temps ; ce n'est attendre
        rien de précis, et rien de ce qui arrive ne réveille.
    .page =
        Ce que l'on voit : tout dure aussi longtemps que la pause, ou plus ; à un autre moment, ou sur une autre
        machine, la pause est trop courte.

        Pourquoi : un appel qui lit attend déjà, et revient au moment où il y a quelque chose. Une pause devant lui ne
        fait que s'y ajouter. On la met souvent parce que quelque chose « a besoin d'un moment », et la durée de ce
        moment, personne ne la connaît.

            lire                revient quand quelque chose est arrivé
            dormir, puis lire   revient quand le temps est passé

        À méditer : qu'est-ce que votre pause doit attendre, exactement ? Quel appel pourrait dire que c'est arrivé ?

        Pour aller plus loin : nanosleep(2), poll(2).

## Plusieurs clients

misconception-one-client-only = seul le premier client est servi
    .cause =
        Chaque client a sa propre connexion, et chacune est à accepter. Le socket qui écoute reste là pour cela quand
        le premier client est parti.
    .page =
        Ce que l'on voit : le premier client est servi ; le deuxième se connecte, et n'a jamais de réponse.

        Pourquoi : le noyau établit les connexions tout seul et les met dans la file du socket qui écoute. Le deuxième
        client se voit donc connecté alors que votre programme ne sait rien de lui : il l'apprend au prochain `accept`.

            accept ▶ premier client … jusqu'à son départ
            accept ▶ deuxième client … jusqu'à son départ

        À méditer : combien de fois votre programme passe-t-il par `accept` ?

        Pour aller plus loin : listen(2), sur « backlog », et accept(2).

misconception-one-client-at-a-time = un client silencieux fait attendre tous les autres
    .cause =
        Qui attend la prochaine ligne d'un client ne sert personne pendant ce temps. Plusieurs à la fois demandent
        plusieurs threads, ou un appel qui attend pour tous.
    .page =
        Ce que l'on voit : tant qu'un client est connecté et ne dit rien, les autres n'ont pas de réponse ; dès qu'il
        part, ils sont servis.

        Pourquoi : `read` sur une connexion bloque jusqu'à ce que ce client-là envoie, et le thread qui attend là ne
        peut pas appeler `accept`. Les autres sont dans la file du noyau, connectés, et personne ne les entend.

            thread 1   accept, accept, accept …
            thread 2   parle avec ana
            thread 3   parle avec bob

        À méditer : lesquelles de vos variables serviraient aux deux conversations, et lesquelles faut-il à chacune
        pour elle seule ?

        Pour aller plus loin : pthreads(7) ; poll(2) pour la voie à un seul thread.

misconception-place-for-so-many = il y a place pour tant de clients, et pas un de plus
    .cause =
        Personne ne sait d'avance combien viendront. Qui accepte un certain nombre de clients, puis ne fait plus que
        les servir, laisse tous les autres dans la file du socket qui écoute.
    .page =
        Ce que l'on voit : avec autant de clients que prévu, tout va bien. Le suivant se connecte, dit quelque chose,
        et personne ne l'entend ; lui non plus n'entend personne.

        Pourquoi : c'est le noyau qui établit la connexion, et non `accept`, qui ne fait que la remettre. Le client de
        trop attend donc dans une file où votre programme ne prend plus personne. Quand la file est pleine à son tour,
        le noyau ne répond même plus, et `connect` met des minutes à renoncer.

            accept ▶ ana
            accept ▶ bob
            accept ▶ caro
            accept ▶ …            toujours là quand vient le suivant, ce soir peut-être

        À méditer : que devient la place de celui qui s'en va, et quelle partie de votre programme pourrait la donner
        à un nouveau venu ?

        Pour aller plus loin : listen(2), sur « backlog », et accept(2).

misconception-dies-of-a-reset = la réinitialisation d'un client fait tomber tout le serveur
    .cause =
        Un client qui plante, ou qui ferme sans avoir tout lu, réinitialise sa connexion, et la lecture ou l'écriture
        suivante rend une erreur. Cette erreur ne concerne que ce client.
    .page =
        Ce que l'on voit : un client part brutalement, et tous les autres perdent le serveur.

        Pourquoi : une réinitialisation (RST) dit « cette connexion n'existe plus ». Le noyau le fait savoir à qui l'utilise
        ensuite : ECONNRESET. Sur un vrai réseau, c'est le quotidien : un portable se met en veille, un programme est
        tué. Une erreur que l'on fait remonter par `?` ou `unwrap` jusqu'à `main` fait de la fin d'un client la fin de
        tous.

            une erreur d'une connexion       la fin de cette connexion
            une erreur du socket d'écoute    l'affaire du serveur

        À méditer : jusqu'à quelle fonction l'erreur d'un client peut-elle remonter, et qui continue après elle ?

        Pour aller plus loin : tcp(7), read(2) et ECONNRESET ; RFC 9293, section 3.5.2 (Reset Generation).

misconception-dies-of-a-broken-pipe = écrire à quelqu'un qui est parti termine le programme
    .cause =
        Qui écrit dans une connexion que l'autre a abandonnée reçoit le signal SIGPIPE, ou l'erreur EPIPE là où il est
        ignoré. Si rien n'est prévu, ce signal termine tout le processus.
    .page =
        Ce que l'on voit : le programme disparaît, souvent sans un mot, dès qu'il écrit à un client qui est parti.

        Pourquoi : SIGPIPE existe pour que `yes | head -1` se termine. Par défaut il met fin au processus, avec tous
        ses threads. Rust et Python l'ignorent et reçoivent l'erreur EPIPE (« broken pipe »), dont un programme peut
        mourir tout autant.

            write ▶ parti ▶ SIGPIPE ignoré ▶ EPIPE ▶ ce client est terminé

        À méditer : votre programme distingue-t-il « ce client est parti » de « je ne peux pas continuer » ?

        Pour aller plus loin : signal(7), send(2) sous MSG_NOSIGNAL, write(2) sous EPIPE.

misconception-ignores-half-close = « j'ai tout dit » est pris pour « je m'en vais »
    .cause =
        Une connexion TCP a deux sens, et chacun se ferme séparément. Qui a fermé son côté écriture lit encore, et
        attend les réponses qu'on lui doit.
    .page =
        Ce que l'on voit : `printf 'question\n' | nc …` n'a pas de réponse, ou seulement une partie.

        Pourquoi : `shutdown(SHUT_WR)` envoie un FIN : dans ce sens, plus rien ne viendra. La lecture qui rend 0 octet
        ne dit que cela. L'autre sens est aussi ouvert qu'avant, et ce que vous y écrivez arrive.

            client  ▶ "a\n" "b\n" FIN
            serveur ◀ réponse à a, réponse à b, FIN

        À méditer : quand la fin de l'entrée est vue, quelles réponses reste-t-il à écrire ?

        Pour aller plus loin : shutdown(2) ; RFC 9293, section 3.6.1 (Half-Closed Connections).

misconception-waits-for-ever-on-a-closed-connection = la fin d'une connexion passe inaperçue
    .cause =
        L'autre a fermé, et le programme attend toujours. Une lecture de 0 octet, c'est la manière dont TCP annonce la
        fin.
    .page =
        Ce que l'on voit : l'autre côté est parti, et le programme reste là, sans fin.

        Pourquoi : la fin d'un flux n'est ni une erreur ni un message : c'est une lecture qui rend 0. Qui ne regarde
        pas ce nombre, ou attend ailleurs (son entrée standard, un verrou), ne la remarque pas.

            read → 5     cinq octets
            read → 0     l'autre n'enverra plus rien
            read → -1    une erreur

        À méditer : où se trouve votre programme quand l'autre ferme, et qui, là, verrait le 0 ?

        Pour aller plus loin : recv(2), sur la valeur de retour 0.

misconception-spins-on-a-closed-connection = après sa fin, une connexion est relue sans relâche
    .cause =
        Après la fin d'une connexion, lire rend 0 aussitôt, chaque fois. Une boucle qui prend 0 pour « rien pour
        l'instant », ou pour une ligne vide, ne s'arrête plus.
    .page =
        Ce que l'on voit : un client part, et un processeur est occupé à 100 % ; les autres deviennent lents. Ou bien il
        paraît des lignes vides que personne n'a envoyées, jusqu'à ce que la réponse à l'une d'elles échoue.

        Pourquoi : 0 ne veut pas dire « rien maintenant » : dans ce cas-là, une lecture attend, tout simplement. 0 veut
        dire « plus jamais », et revient aussitôt, autant de fois qu'on demande.

            read → 0, read → 0, read → 0 …

        À méditer : que fait votre boucle d'un 0, et par où en sort-elle ? `top` montre ce que cela coûte.

        Pour aller plus loin : recv(2), sur la valeur de retour 0.

misconception-misses-the-end-of-input = la fin de l'entrée est prise pour une ligne de plus
    .cause =
        À la fin, stdin n'a plus rien à donner, et le dit aussitôt, à chaque fois : une lecture rend 0, et ce qui
        devait être rempli reste comme il était. Une boucle qui n'y regarde pas tourne sans fin, avec une ligne vide
        ou avec la dernière.
    .page =
        Ce que l'on voit : dès que personne n'écrit plus, la même chose est envoyée ou affichée des milliers de fois,
        ou alors rien ne se passe et un processeur est occupé à 100 %.

        Pourquoi : la fin d'un fichier, d'un tube ou d'un Ctrl-D au terminal n'est pas un caractère. Une lecture
        l'annonce en rendant 0, et le refait aussi souvent qu'on le demande ; cela ne se voit que dans ce qu'elle rend.

            read → 7   "salut!\n"
            read → 0   la fin : et qu'y a-t-il maintenant dans la variable ?

        À méditer : que rend votre fonction de lecture à la fin, et quelle ligne de votre programme y regarde ?

        Pour aller plus loin : read(2), sur la valeur de retour 0.

misconception-resets-instead-of-closing = la connexion est rompue au lieu d'être fermée
    .cause =
        Fermer une connexion dans laquelle il reste des octets non lus envoie une réinitialisation (RST) au lieu d'une fin en bon
        ordre (FIN). L'autre peut alors perdre même ce qui était arrivé.
    .page =
        Ce que l'on voit : à la fin, l'autre reçoit « connection reset by peer » au lieu de la fin.

        Pourquoi : quand un socket est fermé avec des octets non lus, le noyau doit dire à l'autre qu'ils n'ont pas été
        pris en compte : il envoie RST. SO_LINGER avec une durée de 0 fait de même. À la réception d'un RST, l'autre
        jette ce qu'il n'a pas encore lu.

            tout lu, puis fermé          FIN    en bon ordre
            des octets non lus, fermé    RST    rompu

        À méditer : qu'est-ce qui peut encore être en route vers vous au moment de fermer ? Comment dire « j'ai fini »
        et continuer à lire ?

        Pour aller plus loin : shutdown(2), socket(7) sous SO_LINGER ; RFC 2525, section 2.17.

misconception-stdin-end-stops-server = la fin de l'entrée standard arrête le serveur
    .cause =
        Un serveur n'a rien à faire de son entrée standard : lancé en arrière-plan, il n'en a pas. Qu'elle se termine
        ne doit pas le terminer.
    .page =
        Ce que l'on voit : dans le terminal le serveur tourne ; lancé par un service, ou avec `</dev/null`, il se
        termine aussitôt.

        Pourquoi : qui lit l'entrée standard en reçoit la fin tout de suite quand il n'y en a pas. Pour un service,
        c'est /dev/null qui est là.

            votre serveur </dev/null

        À méditer : que veut votre serveur de son entrée standard ? Et s'il ne la lisait pas ?

        Pour aller plus loin : null(4), daemon(7).

misconception-cuts-off-the-silent = qui ne dit rien un moment est coupé
    .cause =
        Une connexion sur laquelle rien ne vient n'est pas une connexion rompue. Qui réfléchit avant de taper ne dit
        rien pendant ce temps, et veut la retrouver ensuite.
    .page =
        Ce que l'on voit : tant que l'on tape vite, tout va bien. Après une pause, la connexion est fermée.

        Pourquoi : une limite de temps fait échouer la lecture quand rien n'est venu (EAGAIN, `WouldBlock`, `TimedOut`).
        Pour le programme, cela ressemble à une erreur de la connexion, et ce n'en est pas une : TCP n'a rien à envoyer
        tant que personne ne dit rien, des heures durant s'il le faut.

            read → 12       quelque chose est venu
            read → 0        l'autre côté a fermé
            read → EAGAIN   rien encore

        À méditer : à quoi doit servir cette limite ? Laquelle des trois réponses ci-dessus met fin à une connexion dans
        votre programme ?

        Pour aller plus loin : socket(7) sous SO_RCVTIMEO ; en Rust, `set_read_timeout`.

misconception-turns-some-away = qui est de trop est renvoyé
    .cause =
        Le programme ferme la connexion de quelqu'un qui n'a rien fait de mal, alors qu'il en sert d'autres. Personne
        n'avait dit qu'il n'y avait place que pour si peu.
    .page =
        Ce que l'on voit : les premiers sont servis ; au-delà d'un certain nombre, qui arrive trouve sa connexion
        aussitôt fermée.

        Pourquoi : un tableau de longueur fixe, un compteur ou un nombre de threads fait une limite, et on la rencontre
        le jour où tout le monde vient. Une limite peut être juste, là où la mémoire ou les descripteurs sont comptés ;
        elle est alors l'affaire du contrat, et son nombre a été réfléchi.

            1 … n     servis
            n + 1     fermé

        À méditer : d'où vient votre nombre ? Que se passerait-il sans lui, avec dix clients, et avec mille ?

        Pour aller plus loin : getrlimit(2) sous RLIMIT_NOFILE ; en Rust, `Vec` à côté de `[T; N]`.

misconception-connects-for-each-line = chaque ligne a sa propre connexion
    .cause =
        Une connexion est établie pour la première ligne, fermée, puis une autre pour la suivante. Toutes les lignes
        doivent passer par une seule et même connexion.
    .page =
        Ce que l'on voit : face à un serveur qui répond à une ligne, cela marche. Face à un serveur qui tient une
        conversation, chaque ligne vient de quelqu'un de nouveau.

        Pourquoi : établir une connexion coûte trois segments et le temps de leur trajet, et pour le serveur chacune est
        un client de plus : un autre port, un autre thread, un autre nom dans sa liste. Ce qu'il savait du précédent est
        perdu.

            connecter, demander, fermer   connecter, demander, fermer
            connecter, demander, demander, demander, fermer

        À méditer : lesquels de vos appels sont dans la boucle sur les lignes, et lesquels ont leur place avant elle ?

        Pour aller plus loin : connect(2), tcp(7) ; `ss -tan | grep TIME-WAIT`.

misconception-waits-for-the-other-to-close = la fin de la connexion est laissée à l'autre
    .cause =
        Le travail est fait, la réponse donnée, et le programme attend encore quelque chose sur la même connexion. Ici,
        c'est celui qui a répondu qui ferme.
    .page =
        Ce que l'on voit : la réponse vient, puis les deux côtés restent connectés et s'attendent.

        Pourquoi : dans un protocole à une question et une réponse, la fin dit « c'était tout ». L'autre côté lit
        jusqu'à ce qu'il la voie. Si votre programme demande encore des octets, personne ne ferme : chacun attend le 0
        de l'autre.

            vous    "OK 107\n" … lire …
            lui                … lire …

        À méditer : après quel octet n'y a-t-il plus rien à dire sur cette connexion, et que devient-elle alors ?

        Pour aller plus loin : close(2), shutdown(2) ; en Rust, le moment où un `TcpStream` disparaît.

## Datagrammes

misconception-truncates-datagrams = un datagramme est plus long que le tampon, et sa fin se perd
    .cause =
        Un datagramme se reçoit entier, en un appel, ou jamais : ce qui ne tient pas dans le tampon est jeté sans un
        mot. Le plus grand porte 65 507 octets en IPv4.
    .page =
        Ce que l'on voit : les datagrammes courts sont justes, les longs sont coupés, toujours à la même longueur.

        Pourquoi : UDP garde les limites des messages : un `recvfrom`, un datagramme. Le reste n'attend pas l'appel
        suivant comme en TCP : le noyau le jette. Le champ de longueur a 16 bits : 65 535, moins 8 pour l'en-tête UDP
        et 20 pour celui d'IPv4.

            datagramme   1500 octets
            tampon       1024
            reçu         1024, et 476 sont perdus

        À méditer : quelle taille doit avoir un tampon qui ne perd rien, quel que soit l'émetteur ?

        Pour aller plus loin : udp(7), recv(2) sous MSG_TRUNC ; RFC 768.

misconception-dies-of-icmp = un programme UDP abandonne parce que personne n'écoute
    .cause =
        UDP ne connaît pas de connexion : que personne n'écoute n'est pas un échec de l'émetteur. L'autre machine le
        signale pourtant (ICMP, port unreachable), et un socket UDP connecté le reçoit comme ECONNREFUSED à l'appel
        suivant.
    .page =
        Ce que l'on voit : le premier datagramme part, le deuxième échoue avec « connection refused » ; parfois il en
        manque un.

        Pourquoi : `connect` sur un socket UDP n'envoie rien : il fixe l'adresse, et demande les erreurs qui la
        concernent. Le message ICMP provoqué par le premier datagramme attend l'appel suivant, qui échoue alors qu'il
        n'y est pour rien, et n'envoie pas le sien.

            send 1 ▶            ◀ ICMP : personne n'écoute
            send 2 → ECONNREFUSED, et rien n'est parti

        À méditer : un destinataire qui démarre une minute plus tard est-il perdu pour votre programme ? Que doit
        devenir le datagramme qui n'est pas parti ?

        Pour aller plus loin : udp(7), sur les erreurs ; RFC 1122, section 4.1.3.3.

misconception-sleeps-between = chaque pause est juste, et ensemble elles dérivent
    .cause =
        Dormir l'intervalle entier après le travail, c'est faire durer chaque tour l'intervalle plus le travail, et
        l'écart s'additionne. Ce qui doit tenir le rythme se calcule depuis le départ, pas depuis le dernier tour.
    .page =
        Ce que l'on voit : les premiers datagrammes partent à l'heure, le centième nettement en retard.

        Pourquoi : `sleep(10 ms)` dort au moins 10 ms : viennent ensuite le réveil, l'envoi, l'affichage. Une
        demi-milliseconde de plus à chaque tour fait 50 ms après cent tours.

            le tour n est dû à   départ + n × intervalle
            dormir               ce qui manque jusque-là

        À méditer : de combien le millième est-il en retard si chaque tour prend 0,1 ms de trop ? Sur quelle horloge
        comptez-vous, et peut-on la reculer ?

        Pour aller plus loin : clock_nanosleep(2), sous TIMER_ABSTIME.

misconception-line-in-two-datagrams = une ligne part en plusieurs datagrammes
    .cause =
        Chaque appel qui envoie fait un datagramme à lui. La ligne et sa fin sont parties par deux appels, et sont deux
        datagrammes pour l'autre côté.
    .page =
        Ce que l'on voit : le récepteur montre une ligne vide après chaque ligne, ou prend le début pour le tout.

        Pourquoi : avec TCP, deux écritures se rejoignent dans un seul flux. Avec UDP, chaque `send` ou `sendto` est un
        message, avec son en-tête et son propre chemin : les deux peuvent s'échanger, ou l'un se perdre. `write!` peut
        faire plusieurs appels de ce qui a l'air d'un seul.

            send("bonjour") send("\n")     deux datagrammes
            send("bonjour\n")              un seul

        À méditer : combien de fois votre programme appelle-t-il le noyau pour une ligne ? `strace -e trace=network` les
        compte.

        Pour aller plus loin : udp(7), send(2).

misconception-datagram-taken-for-lines = un datagramme est traité comme un morceau d'un flux de lignes
    .cause =
        Un datagramme est un message, quoi qu'il contienne. Un \n au milieu n'en fait pas deux, et sans \n il est
        complet tout de même.
    .page =
        Ce que l'on voit : ce qui se termine par un seul \n s'affiche bien. Un datagramme de deux lignes est coupé, ou
        affiché comme deux ; un autre sans \n attend le suivant.

        Pourquoi : dans un flux, c'est le \n qui dit où finit un message, puisque rien d'autre ne le fait. UDP garde
        lui-même la limite : `recvfrom` rend un datagramme, et sa longueur dit où il finit. Amasser jusqu'à un \n, ou
        parcourir des lignes, c'est jeter ce qu'UDP avait gardé.

            arrivé       "un\ndeux\n"     un datagramme
            à afficher   un texte, avec un \n dedans

        À méditer : à quoi votre programme reconnaît-il qu'un message est complet, et qui le lui a dit ?

        Pour aller plus loin : udp(7), recvfrom(2) ; RFC 768.

misconception-tcp-where-udp = une connexion TCP est demandée là où l'on parle UDP
    .cause =
        « Connection refused », et pourtant quelqu'un écoute à cette adresse : en UDP. Le programme demande une
        connexion TCP, et pour TCP il n'y a personne.
    .page =
        Ce que l'on voit : le port est le bon, `ss -ulpn` montre celui qui écoute, et le programme dit qu'on le refuse.

        Pourquoi : les ports de TCP et ceux d'UDP sont deux ensembles distincts ; 8888 peut être pris dans l'un et libre
        dans l'autre. Ce que parle un socket se décide quand on le crée (SOCK_STREAM ou SOCK_DGRAM), bien avant
        `connect`.

            ss -tlpn    qui écoute en TCP
            ss -ulpn    qui est lié en UDP

        À méditer : de quelle sorte est le socket que crée votre programme, et à quel endroit le dit-il ?

        Pour aller plus loin : socket(2), udp(7) ; en Rust, `UdpSocket` à côté de `TcpStream`.

misconception-binds-the-others-port = l'émetteur se lie au port auquel il doit envoyer
    .cause =
        « Address already in use » : le programme lie son propre socket au port où l'autre écoute. Un émetteur a besoin
        de l'adresse de l'autre et, pour lui-même, de n'importe quel port libre.
    .page =
        Ce que l'on voit : sans personne en face, le programme démarre ; dès que quelqu'un écoute sur la même machine,
        il échoue.

        Pourquoi : `bind` dit « cette adresse est à moi », `sendto` dit « ceci va là-bas ». Sur une machine, un port
        appartient à un seul socket. Qui ne se lie pas reçoit du noyau un port libre avec le premier datagramme, et
        c'est juste ce qu'il faut à un émetteur.

            bind      où je suis
            sendto    où cela va

        À méditer : quelqu'un doit-il connaître d'avance le port de votre émetteur ? Qui, et qui l'apprend par le
        datagramme ?

        Pour aller plus loin : bind(2), udp(7), sendto(2).

misconception-another-unit-of-time = le temps est pris dans une autre unité
    .cause =
        Le deuxième vient mille fois trop tard : ce qui était donné en millisecondes est pris pour des secondes.
    .page =
        Ce que l'on voit : rien ne semble se passer ; au bout de quelques secondes, si : le bon nombre, dans la mauvaise
        unité.

        Pourquoi : un nombre n'a pas d'unité, seul le texte qui l'accompagne en a une. Certaines fonctions veulent des
        secondes, d'autres des millisecondes ou des nanosecondes, et l'ordinateur ne peut pas savoir ce qui était pensé.
        Un type comme `Duration` emporte l'unité avec lui.

            2 ms    0,002 s    2 000 000 ns

        À méditer : dans quelle unité est le nombre de la ligne de commande, dans laquelle l'appel le veut-il, et où
        est-il converti ?

        Pour aller plus loin : nanosleep(2) ; en Rust, `Duration::from_millis` à côté de `from_secs` ; en Python,
        `time.sleep`.

## Adresses

misconception-first-address-only = seule la première adresse d'un nom est essayée
    .cause =
        Un nom peut désigner plusieurs adresses, et chacune peut être hors d'atteinte. Il faut essayer la suivante
        avant de renoncer.
    .page =
        Ce que l'on voit : avec un numéro cela marche, avec un nom « connection refused », alors que le serveur tourne.

        Pourquoi : `getaddrinfo` rend une liste, souvent avec l'adresse IPv6 en tête. Un serveur qui n'écoute qu'en
        IPv4 refuse là, et se trouverait à la deuxième adresse.

            localhost → ::1         refuse
                      → 127.0.0.1   répond

        À méditer : quand votre programme a-t-il le droit de dire « personne », et quelle erreur montrer alors ?

        Pour aller plus loin : getaddrinfo(3) ; RFC 8305 (Happy Eyeballs).

misconception-ipv4-only = une adresse IPv6 n'est pas comprise
    .cause =
        Une adresse IPv6 contient elle-même des deux-points, d'où les crochets devant le port : [::1]:8888. Et un
        socket appartient à une famille : créé pour IPv4, il ne peut rien envoyer en IPv6.
    .page =
        Ce que l'on voit : avec 127.0.0.1 tout marche, avec [::1] l'adresse est « invalide » ou « non supportée ».

        Pourquoi : qui coupe au premier deux-points coupe l'adresse en morceaux. Qui lie un socket UDP à 0.0.0.0 a un
        socket IPv4, quelle que soit la destination.

            IPv4   127.0.0.1:8888   adresse 127.0.0.1, port 8888
            IPv6   [::1]:8888       adresse ::1, port 8888

        À méditer : à quel deux-points faut-il couper ? Mieux : qui peut le faire à votre place ? Et quelle est la
        famille du socket que vous liez ?

        Pour aller plus loin : ipv6(7) ; RFC 3986, section 3.2.2.

misconception-ignores-its-arguments = le programme prend sa valeur par défaut, pas son argument
    .cause =
        L'adresse donnée sur la ligne de commande remplace celle par défaut. Le programme travaille avec la valeur par
        défaut alors qu'une autre était donnée.
    .page =
        Ce que l'on voit : sans argument tout marche ; avec un autre port, rien.

        Pourquoi : la constante en haut du fichier est là pour le cas où rien n'est donné. Dans la plupart des
        langages, le premier mot des arguments est le nom du programme, si bien que le premier argument est le
        deuxième mot.

            programme 127.0.0.1:9000
            mot 0  programme
            mot 1  127.0.0.1:9000

        À méditer : affichez ce que votre programme prend pour son adresse. D'où vient-elle ?

        Pour aller plus loin : `ss -tulpn` montre à quel port votre programme se trouve vraiment.

misconception-binds-loopback-only = le programme n'est accessible que depuis sa propre machine
    .cause =
        Qui écoute sur 127.0.0.1 n'entend que sa propre machine. 0.0.0.0 veut dire : toutes les adresses de la machine.
    .page =
        Ce que l'on voit : sur sa propre machine cela marche, depuis celle du voisin : « connection refused ».

        Pourquoi : l'adresse à laquelle on se lie est un filtre : le noyau ne remet que ce qui a été envoyé à cette
        adresse-là. 127.0.0.1 ne quitte jamais la machine.

            127.0.0.1    d'ici seulement
            192.0.2.7    par cette interface réseau
            0.0.0.0      par toutes

        À méditer : à laquelle des adresses de votre machine votre voisin enverra-t-il ? `ip addr` en donne la liste.

        Pour aller plus loin : ip(7), sous INADDR_ANY et INADDR_LOOPBACK.

misconception-binds-every-address = le programme écoute à plus d'adresses qu'on ne lui a dit
    .cause =
        À qui l'on demande d'écouter à une adresse, il revient de n'entendre que celle-là. 0.0.0.0 les prend toutes.
    .page =
        Ce que l'on voit : tout marche, et le programme répond aussi là où il ne devrait pas être.

        Pourquoi : l'adresse à laquelle on se lie est aussi une protection : un service réservé à cette machine écoute
        sur 127.0.0.1, et personne du dehors ne l'atteint. Qui ne prend que le port de l'argument, et 0.0.0.0 pour le
        reste, l'ouvre à tous.

            demandé   127.0.0.2:8888
            obtenu    0.0.0.0:8888

        À méditer : quelle partie de l'argument arrive jusqu'à `bind` ? Comparez avec `ss -tulpn`.

        Pour aller plus loin : bind(2), ip(7).

misconception-wrong-byte-order-port = les deux octets du port sont inversés
    .cause =
        Sur le réseau, l'octet de poids fort vient en premier ; la plupart des processeurs font l'inverse. Un port
        transmis sans conversion a ses octets inversés : 8888 devient 47138.
    .page =
        Ce que l'on voit : le programme tourne et écoute, mais à un port dont personne n'a entendu parler.

        Pourquoi : 8888 s'écrit 0x22b8. Dans `sockaddr_in`, le port est dans l'ordre du réseau, 22 b8 ; un processeur
        petit-boutiste écrit b8 22, qui se lit 0xb822, soit 47138.

            htons(8888)   pour le réseau
            ntohs(port)   au retour

        À méditer : lesquels de vos nombres quittent la machine, et qui les retourne ?

        Pour aller plus loin : byteorder(3), ip(7).

misconception-no-reuse-address = le port reste pris après l'arrêt du serveur
    .cause =
        Après qu'un serveur a fermé une connexion, le noyau garde son adresse une minute (TIME_WAIT). Sans
        SO_REUSEADDR, un nouveau serveur ne peut pas s'y lier pendant ce temps.
    .page =
        Ce que l'on voit : arrêté et relancé aussitôt, le serveur dit « address already in use » ; une minute plus
        tard, cela marche.

        Pourquoi : celui qui ferme le premier patiente, pour que des segments attardés de l'ancienne connexion ne
        soient pas pris pour ceux de la nouvelle. L'option SO_REUSEADDR, posée avant `bind`, dit qu'un serveur peut
        écouter là malgré tout. `TcpListener::bind` de Rust la pose ; en C et en Python, on la pose soi-même.

            socket ▶ SO_REUSEADDR ▶ bind ▶ listen

        À méditer : `ss -tan | grep TIME-WAIT` après l'arrêt : qui attend encore là, et quoi ?

        Pour aller plus loin : socket(7) sous SO_REUSEADDR ; RFC 9293, section 3.3.2, sur TIME-WAIT.

misconception-not-listening = le programme n'écoute pas là où il devrait
    .cause =
        Il n'y a pas de socket à l'adresse où le programme doit être joignable. Soit il s'est terminé avant, soit il
        attend d'abord autre chose, soit il est à une autre adresse.
    .page =
        Ce que l'on voit : « connection refused », dès le premier client ; en UDP, le silence.

        Pourquoi : le noyau ne prend de connexions et de datagrammes que pour une adresse à laquelle un socket est lié.
        Jusque-là il n'y a personne, et il le dit.

            ss -tlnp     qui écoute en TCP
            ss -ulnp     qui est lié en UDP

        À méditer : lancez votre programme à la main et regardez cette liste : y est-il, à quelle adresse, à quel
        port ? Sinon, où se trouve votre programme à ce moment-là ?

        Pour aller plus loin : bind(2), listen(2), ss(8).

misconception-not-connecting = le programme ne se connecte pas
    .cause =
        Le serveur attend, et aucune connexion ne vient. Un client se connecte de lui-même, avant d'avoir quelque
        chose à dire.
    .page =
        Ce que l'on voit : le serveur tourne, le client aussi, et ils ne se rencontrent pas.

        Pourquoi : c'est le client qui commence : `connect` envoie le premier segment (SYN). S'il ne vient jamais, le
        programme attend autre chose, se connecte à quelqu'un d'autre, ou s'est terminé.

            nc -l 8888     dans un terminal
            votre client   dans un autre : nc s'en aperçoit-il ?

        À méditer : que fait votre programme avant de se connecter, et cela attend-il quelque chose ?

        Pour aller plus loin : connect(2).

misconception-other-default = une valeur par défaut n'est pas celle de l'exercice
    .cause =
        Lancé sans argument, le programme prend une adresse, un fichier ou un dossier qui n'est pas celui que donne
        l'exercice. Qui compte sur la valeur par défaut ne le trouve pas.
    .page =
        Ce que l'on voit : avec des arguments sur la ligne de commande, tout marche ; sans eux, les deux programmes ne
        se rencontrent pas, ou un fichier n'est pas là où il devrait être.

        Pourquoi : une valeur par défaut est une convention entre des programmes qui ne se connaissent pas : celle du
        README de l'exercice. Un chiffre, ou le port de l'exercice d'avant, suffit pour être ailleurs, là où tout est
        silencieux.

            convenu   8888
            écrit     8080

        À méditer : que montre `ss -tulpn` de votre programme, et que dit le README ? Où ce nombre figure-t-il chez
        vous, et combien de fois ?

        Pour aller plus loin : ss(8) ; le README de l'exercice, là où il dit comment on le lance.

misconception-takes-no-name = seuls des nombres sont pris pour une adresse
    .cause =
        Le programme lit ce qu'on lui donne comme une adresse IP. Un nom tel que localhost n'en est pas encore une : il
        faut le chercher.
    .page =
        Ce que l'on voit : avec 127.0.0.1, cela marche ; avec localhost, ou le nom d'une machine, il dit que l'adresse
        n'est pas valable.

        Pourquoi : connexions et datagrammes vont vers des nombres. Quels nombres vont avec un nom, seul le résolveur
        peut le dire, qui regarde dans /etc/hosts et interroge le DNS. Une fonction qui change un texte en adresse ne
        fait que lire des chiffres.

            127.0.0.1:8888    est une adresse
            localhost:8888    est une question, et il peut y avoir plusieurs réponses

        À méditer : quelle fonction de votre langage interroge le résolveur, et que rend-elle : une adresse, ou une
        liste ?

        Pour aller plus loin : getaddrinfo(3), hosts(5) ; en Rust, `ToSocketAddrs` à côté de `str::parse`.

misconception-takes-another-port = quand le port est pris, le programme va ailleurs
    .cause =
        Le port était pris, et le programme en a choisi un autre sans qu'on le lui demande. Personne ne le cherchera là.
    .page =
        Ce que l'on voit : il démarre sans se plaindre, et personne ne l'atteint : qui frappe au bon port trouve l'autre
        programme.

        Pourquoi : l'adresse de la ligne de commande est celle où les autres regarderont. Qui ne peut pas l'avoir a
        échoué, et le dit. Le port 0 veut dire « n'importe lequel, s'il est libre » : c'est bon pour qui appelle, et
        cela ne sert à rien à qui l'on appelle.

            demandé   127.0.0.1:8888     pris
            obtenu    0.0.0.0:35390      qui le sait ?

        À méditer : que fait votre programme quand `bind` échoue, et comment apprendrait-on à quel port il est
        maintenant ?

        Pour aller plus loin : bind(2), sous EADDRINUSE ; ip(7).

misconception-brackets-of-ipv6 = les crochets d'une adresse IPv6 ne sont pas où il faut
    .cause =
        Une adresse IPv6 est entre crochets quand un port la suit, et sans crochets quand elle est seule. Tout le reste
        de la ligne est juste.
    .page =
        Ce que l'on voit : avec IPv4, tout va bien ; avec ::1, l'adresse a une paire de crochets de trop, ou il lui en
        manque une.

        Pourquoi : une adresse IPv6 est pleine de deux-points. Devant un port, les crochets disent où elle
        finit : ::1:8888 pourrait être une seule adresse. Seule, elle n'en a pas besoin. Le type « adresse avec port »
        les affiche, celui de l'adresse seule ne le fait pas ; qui assemble les deux à la main doit y penser.

            adresse et port    192.0.2.7:8888    [2001:db8::7]:8888
            adresse seule      192.0.2.7         2001:db8::7

        À méditer : votre ligne montre-t-elle une adresse seule, ou une adresse avec son port ? Quel type de votre
        langage est fait pour cela ?

        Pour aller plus loin : RFC 5952, section 6 ; en Rust, ce qu'affichent `SocketAddr` et `IpAddr`.

misconception-shares-its-port = le port est partagé avec celui qui l'a déjà
    .cause =
        Le port était pris, et le programme l'a tout de même : il a demandé à le partager. À partir de là, c'est le noyau
        qui décide lequel des deux reçoit ce qui arrive.
    .page =
        Ce que l'on voit : le programme est lancé par mégarde dans deux terminaux, sans qu'aucun se plaigne ; ce que l'on
        envoie arrive tantôt dans l'un, tantôt dans l'autre, ou dans le dernier lancé.

        Pourquoi : SO_REUSEPORT laisse plusieurs sockets avoir un même port, pour des serveurs à plusieurs processus. En
        UDP, SO_REUSEADDR suffit. Ce que veut un serveur qu'on relance aussitôt, c'est SO_REUSEADDR en TCP, qui passe sur
        des connexions finies, et non sur quelqu'un qui écoute.

            TCP, SO_REUSEADDR     pas par-dessus qui écoute
            SO_REUSEPORT          partage avec qui écoute
            UDP, SO_REUSEADDR     partage aussi

        À méditer : quelle option votre programme met-il, et à quoi devait-elle servir ? Qui reçoit le prochain
        datagramme ?

        Pour aller plus loin : socket(7), sous SO_REUSEADDR et SO_REUSEPORT.

## Une conversation à plusieurs

misconception-sender-hears-itself = une ligne revient à qui l'a envoyée
    .cause =
        Une ligne est pour tous, sauf pour qui l'a envoyée. Ce dont elle vient (la connexion, ou l'adresse d'un
        datagramme) est à laisser de côté quand on la transmet.
    .page =
        Ce que l'on voit : chacun voit ses propres lignes deux fois, une fois telles qu'il les a tapées, une fois
        précédées d'une adresse.

        Pourquoi : une boucle sur tous les clients passe aussi par celui qui a parlé. Pour le laisser de côté, le relais
        doit reconnaître la connexion d'où vient la ligne : par un numéro à elle, par le couple adresse et port, par
        l'objet lui-même.

            ana dit "salut"   ▶ bob, cleo
                              ▶ ana ?     non : elle le sait

        À méditer : à l'endroit où vous écrivez à tous, que savez-vous encore de l'origine de la ligne ?

        Pour aller plus loin : getpeername(2), recvfrom(2) ; en Rust, `Arc::ptr_eq`.

misconception-sender-told-by-ip-only = des programmes ne sont distingués que par leur adresse IP
    .cause =
        Deux clients peuvent avoir la même adresse IP : deux programmes sur une machine, ou tous ceux qui sont derrière
        un même routeur. Ce qui les distingue, c'est aussi le port.
    .page =
        Ce que l'on voit : avec un client par machine, tout marche ; deux clients de la même machine ne s'entendent pas,
        ou bien quand l'un part, l'autre a disparu aussi.

        Pourquoi : une adresse IP désigne une machine, un port un socket de cette machine. Une connexion se reconnaît à
        quatre nombres, les deux adresses et les deux ports. Une table dont la clé est l'IP n'a de place que pour un
        client par machine, et laisser de côté « l'IP de qui parle », c'est aussi laisser de côté tous ses voisins.

            10.3.141.22:40001   ana
            10.3.141.22:40002   bob, sur le même Pi

        À méditer : quelle est la clé de votre liste de clients ? Essayez avec trois `nc` sur une machine.

        Pour aller plus loin : tcp(7) ; RFC 9293, section 4, sous « connection ».

misconception-lock-held-while-writing = un verrou est tenu pendant que l'on écrit à un client
    .cause =
        Écrire à un client peut attendre, aussi longtemps que ce client ne lit pas. Un verrou tenu pendant ce temps fait
        attendre tous ceux qui en ont besoin.
    .page =
        Ce que l'on voit : tout va bien jusqu'à ce qu'un client cesse de lire ; alors plus personne ne reçoit rien, et
        plus personne ne peut entrer.

        Pourquoi : le noyau range ce que l'on écrit dans un tampon, et quand celui-ci est plein, `write` attend. Le
        thread qui attend garde ses verrous. Si c'est celui de la liste des clients, tous les autres threads qui ont une
        ligne à transmettre, ou un client à accueillir, attendent derrière lui.

            thread 1   a la liste, écrit à cleo … cleo ne lit pas
            thread 2   veut la liste, pour bob
            thread 3   veut la liste, pour le nouveau

        À méditer : combien de temps votre verrou est-il tenu : le temps de consulter la liste, ou celui d'écrire à
        tous ? Que pourrait-on en emporter ?

        Pour aller plus loin : send(2), sur le blocage ; en Rust, l'endroit où un `MutexGuard` disparaît.

misconception-one-slow-reader-holds-up-all = qui ne lit pas fait attendre tout le monde
    .cause =
        Écrire à quelqu'un qui ne lit pas attend. Si le même thread doit aussi écrire à d'autres, ils attendent avec
        lui.
    .page =
        Ce que l'on voit : quelqu'un suspend son programme, ou ferme le capot de son portable, et le chat s'arrête pour
        tous.

        Pourquoi : entre deux programmes, il y a deux tampons, celui de qui envoie et celui de qui reçoit, quelques
        centaines de kilo-octets en tout. Quand les deux sont pleins, la fenêtre est fermée, et `write` ne revient pas.
        Un thread qui écrit à un client après l'autre arrive jusqu'au premier qui ne lit pas.

            écrire à ana ✓   à bob …attend…   à cleo : jamais atteint

        À méditer : lequel des threads de votre programme a le droit d'attendre bob ? Qui d'autre attend ce thread ?

        Pour aller plus loin : send(2), sur le blocage et MSG_DONTWAIT ; RFC 9293, section 3.8.6 (sur la fenêtre).

misconception-queue-without-bound = ce qui attend un client grandit sans fin
    .cause =
        Une file recueille ce que quelqu'un ne lit pas. Rien n'y diminue tout seul : sans limite, un seul client qui ne
        lit pas prend toute la mémoire.
    .page =
        Ce que l'on voit : pour tous les autres la conversation continue, et le programme grossit, jusqu'à ce que le
        système y mette fin.

        Pourquoi : une file absorbe un écart passager. Un écart qui dure, quand quelqu'un ne lit pas du tout, la fait
        grandir sans fin. À partir d'une certaine longueur, il faut décider : celui qui envoie attend, on jette quelque
        chose, ou l'on déconnecte le retardataire.

            entre   10 Mo par seconde
            sort     0 Mo par seconde
            après une minute : 600 Mo

        À méditer : combien peut attendre un même client, et que devient la ligne suivante ?

        Pour aller plus loin : en Rust, `std::sync::mpsc::sync_channel` à côté de `channel` ; `top`, la colonne RES.

misconception-removes-while-looping = quelqu'un est sauté quand un autre est retiré de la liste
    .cause =
        Une ligne a manqué à quelqu'un qui a reçu les précédentes et les suivantes, juste quand un autre client venait de
        partir. Qui retire une entrée d'une liste pendant qu'il la parcourt saute celle d'après.
    .page =
        Ce que l'on voit : de temps en temps une ligne manque à l'un des clients, toujours juste après un départ.

        Pourquoi : une boucle sur une liste compte les places. Quand la deuxième entrée est retirée, la troisième prend sa
        place ; la boucle continue avec la troisième place, où se trouve maintenant la quatrième. Rust ne laisse pas modifier
        une liste pendant qu'une boucle la parcourt. Python le permet, sans rien dire.

            bob  ana  caro  eve     place 2 : ana est partie, on la retire
            bob  caro  eve          place 3 : eve ; et caro ?

        À méditer : que parcourt votre boucle quand elle trouve quelqu'un qui est parti ? À quel autre moment pourrait-on
        le retirer ?

        Pour aller plus loin : en Rust, `Vec::retain` ; en Python, une boucle sur `list(clients)`.

misconception-forgets-to-forget = qui est parti est toujours dans la liste
    .cause =
        Un client qui est parti doit être retiré de la liste des clients. Tant qu'il y figure, le programme continue
        d'écrire dans une connexion qui n'existe plus.
    .page =
        Ce que l'on voit : après un départ, chaque ligne produit des erreurs ; ou bien une erreur termine la boucle sur
        les clients, et ceux qui sont derrière le disparu ne reçoivent plus rien.

        Pourquoi : la fin d'une connexion se montre à deux endroits : lire rend 0 ou une erreur, et écrire rend EPIPE ou
        ECONNRESET. La liste ne sait rien ni de l'un ni de l'autre. Qui s'en aperçoit doit retirer le client, dans les
        deux cas, et lui seul.

            clients     ana, bob (parti), cleo
            une ligne   ▶ ana ✓   ▶ bob : erreur   ▶ cleo ?

        À méditer : par quels chemins le thread d'un client se termine-t-il, et chacun passe-t-il par l'endroit où la
        liste est mise à jour ?

        Pour aller plus loin : send(2), sous EPIPE ; en Rust, `Vec::retain`.

misconception-descriptor-left-open = une connexion dont on n'a plus besoin n'est jamais fermée
    .cause =
        Chaque connexion et chaque fichier prend un descripteur jusqu'à ce qu'on le ferme, et un processus en a un
        nombre limité. S'il en reste un par client, plus personne ne peut entrer un jour.
    .page =
        Ce que l'on voit : longtemps tout va bien ; après le millième client, `accept` échoue avec « too many open
        files ». Ou bien l'autre bout attend sans fin la fin de la connexion.

        Pourquoi : un descripteur est fermé par `close`, ou quand le dernier objet qui le tient disparaît. Une copie
        (`dup`, `try_clone`) en est un second à part entière : la connexion se termine quand tous sont fermés.

            ls -l /proc/PID/fd     avant, et après le passage de nombreux clients

        À méditer : qui tient encore une connexion, ou sa copie, quand son client est parti : une liste, un thread, une
        file ?

        Pour aller plus loin : close(2), dup(2) ; getrlimit(2) sous RLIMIT_NOFILE.

misconception-thread-left-over = un thread attend encore quelqu'un qui est parti
    .cause =
        Un thread qui attend d'avoir quelque chose à faire pour un client ne remarque pas de lui-même que ce client est
        parti. Quelqu'un doit le lui dire, sinon il reste là pour toujours.
    .page =
        Ce que l'on voit : chaque client qui est passé coûte un peu plus de mémoire ; `ls /proc/PID/task | wc -l`
        grandit, et ne diminue jamais.

        Pourquoi : avec deux threads par client, l'un lit et l'autre écrit. La lecture montre la fin ; celui qui écrit
        attend la ligne suivante dans une file, et rien ne l'y réveille. Fermer la file, ou laisser disparaître son côté
        émetteur, le fait.

            lit     recv → 0 ▶ se termine
            écrit   attend la ligne suivante … de qui ?

        À méditer : qu'attend chacun de vos threads, et par quoi chacun apprend-il que son client est parti ?

        Pour aller plus loin : pthread_join(3) ; en Rust, ce que rend `Receiver::recv` quand tous les émetteurs ont
        disparu.

misconception-mixes-lines = les lignes de deux personnes se mélangent
    .cause =
        Une ligne écrite en plusieurs appels, ce sont plusieurs écritures pour le noyau : celle d'un autre thread peut
        se glisser entre elles. Une ligne ne part entière que si personne d'autre ne peut écrire dans cette connexion
        avant qu'elle soit complète.
    .page =
        Ce que l'on voit : tant qu'une seule personne tape, tout va bien ; quand beaucoup parlent à la fois, il y a des
        lignes à deux adresses, et des lignes vides.

        Pourquoi : l'adresse, le texte et le retour à la ligne, écrits en trois appels, sont trois morceaux. Entre deux
        d'entre eux, un autre thread peut avoir son tour. Même un seul grand `write` peut n'être pris qu'en partie, et
        le reste vient plus tard.

            thread 1   "10.3.141.22: "            "salut"  "\n"
            thread 2                  "10.3.141.23: "

        À méditer : qui peut écrire dans une connexion : tous ceux qui ont quelque chose pour elle, ou un seul thread ?
        En combien d'appels une ligne part-elle ?

        Pour aller plus loin : write(2), sur la valeur de retour ; en Rust, `write!` fait un appel par morceau de son
        texte.

misconception-line-without-sender = une ligne est transmise sans l'adresse de qui l'a envoyée
    .cause =
        Chaque ligne porte devant elle l'adresse de qui l'a envoyée, aussi la deuxième de celles qui sont venues
        ensemble ; et celle qui est venue en morceaux ne la porte qu'une fois.
    .page =
        Ce que l'on voit : la première ligne d'un paquet dit qui a parlé, les autres non ; ou une adresse se trouve au
        milieu d'une ligne.

        Pourquoi : mettre l'adresse devant chaque *lecture*, c'est la mettre devant ce que la lecture a rendu : trois
        lignes, ou la moitié d'une. Sa place est devant chaque ligne, il faut donc d'abord trouver les lignes.

            lu            "un\ndeux\n"
            par lecture   "10.3.141.22: un\ndeux\n"
            par ligne     "10.3.141.22: un\n10.3.141.22: deux\n"

        À méditer : à quel endroit de votre programme sait-on qu'une ligne est complète, et est-ce là que l'adresse est
        mise devant elle ?

        Pour aller plus loin : recv(2) ; RFC 9293, section 3.9.1.3.

misconception-port-in-the-prefix = le port se trouve à côté de l'adresse
    .cause =
        Ce qui est demandé, c'est l'adresse seule, `IP`. L'adresse d'un socket, telle que la rend `accept`, est l'IP et
        le port ensemble.
    .page =
        Ce que l'on voit : `10.3.141.22:40001: salut` au lieu de `10.3.141.22: salut` ; en IPv6, avec des crochets
        autour.

        Pourquoi : la plupart des langages gardent les deux en une seule valeur, et affichent les deux. Le port d'un
        client a été choisi par le noyau pour cette seule connexion : il ne dit rien aux gens.

            accept →  10.3.141.22:40001
            IP        10.3.141.22
            port      40001

        À méditer : comment s'appelle, dans votre langage, l'adresse sans le port ?

        Pour aller plus loin : en Rust, `SocketAddr::ip` ; getnameinfo(3).

misconception-waits-for-its-turn = le clavier et le réseau sont lus chacun à son tour
    .cause =
        Dans une conversation, personne n'attend son tour : plusieurs lignes peuvent arriver sans que l'on tape, et l'on
        peut en taper plusieurs sans que rien arrive. Une boucle qui lit une fois l'un, une fois l'autre, s'arrête à
        celui qui se tait.
    .page =
        Ce que l'on voit : ce que disent les autres n'apparaît qu'après avoir tapé quelque chose, une ligne à chaque
        fois.

        Pourquoi : une lecture attend. Après une ligne tapée, le programme attend dans `recv` ; après une ligne arrivée,
        il attend le clavier. Dans l'exercice 03, chaque ligne avait sa réponse, et c'était juste.

            taper ▶ attendre une ligne ▶ taper ▶ attendre une ligne   question et réponse
            taper ▶ taper ▶ taper                                     conversation
            afficher ▶ afficher ▶ afficher

        À méditer : quelles sont les deux choses qui peuvent arriver en premier, dans un ordre ou dans l'autre ? Comment
        un même programme peut-il attendre les deux ?

        Pour aller plus loin : pthreads(7) ; poll(2).

misconception-keyboard-keeps-it-running = la conversation est finie, et le programme attend encore le clavier
    .cause =
        Ce qui arrive est affiché pendant que personne ne tape, comme il se doit. Mais quand la connexion se termine,
        seule se termine la partie qui la lit : l'autre attend une ligne, et le programme avec elle.
    .page =
        Ce que l'on voit : le serveur a fermé, et l'invite ne revient pas avant qu'on ait tapé Entrée, ou Ctrl-D.

        Pourquoi : à un thread qui attend dans une lecture du clavier, on ne peut pas demander d'arrêter. Qui termine le
        thread qui entend le serveur, et laisse le reste à l'autre, attend que quelqu'un tape. De même un `join` de ce
        thread, et en Python la fin du programme, qui attend tous les threads.

            entend   ●──────●──▶ le serveur ferme ▶ le thread se termine
            tape     ──────────────────────────── attend dans read(0, …

        À méditer : lequel de vos threads apprend que tout est fini, et que peut-il faire d'autre que se terminer
        lui-même ?

        Pour aller plus loin : exit(3) ; en Python, `os._exit` et `daemon=True` ; en Rust, ce que termine la fin de
        `main`.

misconception-ends-with-its-input = le programme se termine alors que d'autres parlent encore
    .cause =
        La fin de son entrée veut dire que personne ne tape plus, et rien d'autre. Ce que disent les autres arrive
        encore, jusqu'à ce que le serveur ferme.
    .page =
        Ce que l'on voit : `echo salut | chat-client` ne montre rien de ce qui vient ensuite ; avec un fichier en
        entrée, il se termine aussitôt.

        Pourquoi : quand `main` revient, tout le processus se termine, avec tous ses threads. Si c'est `main` qui lit le
        clavier, la fin de l'entrée est la fin de tout, y compris du thread qui affiche ce qui arrive.

            fin de stdin ▶ fermer ce sens ▶ continuer d'afficher ▶ le serveur ferme ▶ fin

        À méditer : lequel des deux sens décide du moment où votre programme se termine ? Lequel `main` doit-il
        attendre ?

        Pour aller plus loin : shutdown(2), exit(3), pthread_join(3).

misconception-never-says-goodbye = le serveur n'apprend pas que plus rien ne viendra
    .cause =
        À la fin de l'entrée, le côté écriture est à fermer. Sans cela, le serveur ne peut pas savoir que c'étaient les
        derniers mots, et chacun attend l'autre.
    .page =
        Ce que l'on voit : l'entrée est terminée, et le programme reste là, sans fin ; le serveur aussi, avec un client
        qui ne dit rien.

        Pourquoi : une connexion se termine quand quelqu'un la ferme. Si le programme attend que le serveur ferme, et le
        serveur que le client ferme, aucun ne le fera. `shutdown` ferme un sens : le serveur lit 0, et peut encore
        répondre.

            fin de stdin ▶ shutdown(SHUT_WR) ▶ FIN ▶ le serveur lit 0 ▶ il ferme ▶ nous lisons 0

        À méditer : que voit le serveur quand votre entrée se termine ? Qui ferme le premier, et à quoi l'autre le
        voit-il ?

        Pour aller plus loin : shutdown(2) ; RFC 9293, section 3.6.1 (Half-Closed Connections).

misconception-ends-without-an-error = une erreur termine le programme comme si tout allait bien
    .cause =
        Une connexion rompue, ou un transfert qui échoue, se dit sur stderr et par le statut 1. Sortir d'une boucle ne
        suffit pas quand c'est une erreur qui en a fait sortir.
    .page =
        Ce que l'on voit : la connexion a été réinitialisée, le fichier n'est pas arrivé, et le programme dit 0.

        Pourquoi : une boucle du genre « tant que la lecture réussit » se termine de la même façon à la fin et sur une
        erreur. Après elle, on ne peut plus les distinguer, à moins d'en avoir gardé la raison.

            read → 0             la fin, en bon ordre   statut 0
            read → ECONNRESET    rompue                 statut 1

        À méditer : sur quels résultats votre boucle se termine-t-elle, et où va chacun d'eux ? En Rust : que devient un
        `Err` dans `while let Ok(…)`, dans `.ok()`, dans `lines().flatten()` ?

        Pour aller plus loin : read(2), sur les erreurs ; exit(3).

misconception-tells-some-only = tout le monde ne reçoit pas ce qui est dit
    .cause =
        La ligne est allée à quelqu'un, et pas à tous ceux qui devaient l'avoir. L'un l'a reçue, un autre, qui était là tout
        autant, non.
    .page =
        Ce que l'on voit : à deux, tout va bien ; le troisième n'entend rien, ou bien seuls l'entendent les premiers,
        jusqu'à un certain nombre.

        Pourquoi : ceux qui doivent entendre figurent dans une liste, et l'on peut en manquer une partie de plusieurs
        façons : un `return` ou un `break` dans la boucle après le premier, une liste ou un tableau qui n'a de place que
        pour tant, une erreur chez l'un d'eux qui termine la boucle pour ceux qui suivent.

            une ligne   ▶ bob ✓   ▶ caro ?   ▶ eve ?

        À méditer : parcourez la boucle avec une liste de trois : où peut-elle finir avant le troisième ? Qui entre dans
        la liste, et quand n'y entre-t-on pas ?

        Pour aller plus loin : la documentation de votre liste : ce qu'elle fait quand elle est pleine ; en Rust, `?`,
        `break` et `return` dans une boucle.

misconception-tells-the-past = qui arrive reçoit ce qui a été dit avant
    .cause =
        Quelqu'un est arrivé, et a reçu des lignes d'avant. Dans cette conversation, on entend ce qui se dit pendant que
        l'on est là.
    .page =
        Ce que l'on voit : qui arrive tard est accueilli par un tas de vieilles lignes, et les prend pour des nouvelles.

        Pourquoi : pour raconter le passé, il faut le garder, et c'est une décision qui a des suites : combien en
        garder, combien de temps, et qui peut le lire ? Ici, on ne garde rien. Une ligne est transmise à ceux qui sont
        là, puis elle n'est plus.

            10:00   ana dit "un"        ▶ bob
            10:05   caro arrive         ▶ rien
            10:06   bob dit "deux"      ▶ ana, caro

        À méditer : où votre programme a-t-il encore une ligne une fois qu'elle est transmise à tous ? Pour quoi faire ?

        Pour aller plus loin : le README de l'exercice, là où il dit qui reçoit quoi.

misconception-keeps-who-left-out = qui est parti ne rentre plus
    .cause =
        Quelqu'un est parti, puis revenu de la même adresse, et ne participe plus. Une nouvelle connexion est un nouveau
        client, qui que ce soit qui ait été à cette adresse auparavant.
    .page =
        Ce que l'on voit : la première fois, tout va bien. Après un départ et une nouvelle connexion, on est connecté,
        mais on n'entend pas les autres, ou ils ne vous entendent pas.

        Pourquoi : ce que l'on garde de quelqu'un sous son adresse IP survit à la connexion : une note « parti », une
        entrée avec l'ancien socket, un ensemble de ceux qui ont été là. La nouvelle connexion y est comparée, et prise
        pour l'ancienne.

            ana, première connexion   finie
            ana, seconde connexion    un client comme les autres

        À méditer : que retient votre programme de ceux qui sont partis, et sous quelle clé ? À quoi cela sert-il ?

        Pour aller plus loin : accept(2), tcp(7).

misconception-out-of-order = les lignes repartent dans un autre ordre
    .cause =
        Une ligne plus récente du même émetteur est arrivée avant une plus ancienne. TCP garde l'ordre jusqu'à votre
        programme ; à partir de là, c'est à lui de le garder.
    .page =
        Ce que l'on voit : tapées une par une, les lignes arrivent dans l'ordre. De plusieurs qui viennent d'un coup,
        une plus récente est la première.

        Pourquoi : des lignes arrivées ensemble sont posées quelque part avant d'être transmises. D'une pile, la
        dernière sort la première. Avec un thread ou une tâche par ligne, c'est le plus rapide qui est premier. Une file
        lue par un seul garde l'ordre.

            arrivées   1 2 3
            pile       3 2 1
            file       1 2 3

        À méditer : où les lignes attendent-elles dans votre programme, par quel bout entrent-elles, et par lequel
        sortent-elles ?

        Pour aller plus loin : en Rust, `Vec::pop` à côté de `VecDeque::pop_front` ; en Python, `collections.deque`.

misconception-lock-held-while-reading = un verrou est tenu pendant que l'on attend
    .cause =
        Un thread attend que quelqu'un dise quelque chose, et tient un verrou dont un autre a besoin. Celui qui se tait
        retient ainsi ceux qui ne se taisent pas.
    .page =
        Ce que l'on voit : tout va bien jusqu'à ce que quelqu'un soit au milieu d'une ligne, ou ne dise rien : alors
        tout s'arrête jusqu'à ce qu'il continue.

        Pourquoi : une lecture attend aussi longtemps qu'il plaît à l'autre côté. Un verrou tenu pendant ce temps l'est
        aussi longtemps. Certains ne se voient guère : celui de l'entrée ou de la sortie standard, ou celui qu'une
        valeur garde jusqu'à la fin d'une ligne ou d'un bloc du programme.

            thread 1   tient le verrou, lit … personne ne dit rien
            thread 2   a une ligne à transmettre, veut le verrou

        À méditer : de quelle ligne à quelle ligne chacun de vos verrous est-il tenu, et y a-t-il entre les deux un
        appel qui peut attendre ?

        Pour aller plus loin : pthread_mutex_lock(3p) ; en Rust, le moment où un `MutexGuard` disparaît, et
        `Stdin::lock`.

misconception-dies-of-an-endless-line = une ligne trop longue met fin au programme
    .cause =
        Quelqu'un a envoyé une ligne qui ne finissait pas, et tout le programme s'est terminé. Cela peut coûter sa
        connexion à celui qui l'envoie, et rien à personne d'autre.
    .page =
        Ce que l'on voit : un client envoie un fichier sans \n, et tous perdent le serveur.

        Pourquoi : mettre une limite à une ligne est juste : sans elle, un seul client pourrait prendre toute la
        mémoire. Mais ce qui se passe à la limite ne concerne qu'un client. Une erreur qui remonte jusqu'à `main`, ou
        une panique sur un tampon plein, y met fin pour tous.

            une ligne est trop longue   cette connexion est finie
            les autres                  parlent encore

        À méditer : jusqu'à quelle fonction cette erreur remonte-t-elle dans votre programme, et qu'est-ce qui continue
        après elle ?

        Pour aller plus loin : en Rust, `Read::take` et `?` ; en Python, l'endroit où l'exception est rattrapée.

## Un seul thread pour tous

misconception-thread-for-each-client = chaque client a son propre thread
    .cause =
        Une boucle d'événements est un seul thread qui attend tout le monde à la fois. Quand chaque client a un thread,
        chacun coûte de la mémoire et des tours chez l'ordonnanceur, et ce qu'ils partagent demande des verrous.
    .page =
        Ce que l'on voit : tout marche, avec dix clients comme avec cent. `ls /proc/PID/task` énumère un thread pour
        chacun.

        Pourquoi : un appel bloquant attend un seul socket ; qui se sert de tels appels a donc besoin d'autant de threads
        que de sockets. `epoll_wait` attend n'importe lequel d'entre eux, et dit lesquels sont prêts : un seul thread fait
        alors ce qu'il y a à faire pour chacun, et n'attend jamais ailleurs. Rien n'est partagé entre des threads, et rien
        ne demande de verrou.

            threads      read(ana)   read(bob)   read(caro)   …
            une boucle   epoll_wait(ana, bob, caro, …) ▶ bob : read(bob)

        À méditer : quels appels de votre programme attendent ? Ne pourrait-on pas demander au noyau s'ils attendraient ?

        Pour aller plus loin : epoll(7) ; fcntl(2), sous O_NONBLOCK ; en Rust, `Poll` de mio.

misconception-looks-instead-of-waiting = le programme regarde sans cesse s'il y a quelque chose à faire
    .cause =
        Un programme qui se réveille de lui-même pour voir si quelque chose est venu, ou que l'on prévient sans arrêt de ce
        dont il n'a pas besoin, use le processeur alors que personne ne parle.
    .page =
        Ce que l'on voit : le ventilateur tourne, ou la batterie se vide ; `top` montre quelques pour cent, ou cent, alors
        que personne ne dit un mot.

        Pourquoi : on y arrive par deux chemins. L'un est une limite de quelques millisecondes, ou une pause entre deux
        coups d'œil. L'autre est de demander trop : un socket dans lequel on peut écrire est presque toujours prêt, et une
        boucle qui l'a demandé sans avoir rien à écrire est réveillée aussitôt, sans fin.

            attend    epoll_wait(…, -1) …………………………………………………… ▶ bob
            regarde   epoll_wait(…, 2) ▶ 0   epoll_wait(…, 2) ▶ 0   epoll_wait(…, 2) ▶ 0

        À méditer : que manquerait votre programme s'il attendait sans limite ? Que demande-t-il quand il n'a rien à
        écrire ?

        Pour aller plus loin : epoll_wait(2), sur la limite de temps ; `strace -p PID`.

misconception-event-tells-once = un événement est pris pour une seule chose à faire
    .cause =
        Avec mio, un événement dit qu'un socket est devenu prêt, une fois. Il ne dit pas combien il y a à faire : on continue
        jusqu'à ce que l'appel doive attendre (EAGAIN), ou l'on retient qu'il en reste.
    .page =
        Ce que l'on voit : avec quelques personnes qui tapent, tout va bien. Quand beaucoup vient d'un coup, la suite reste
        là jusqu'à ce que la même personne dise autre chose ; quand deux se connectent en même temps, l'une des deux n'est
        pas accueillie.

        Pourquoi : le noyau annonce un changement (edge-triggered). Des octets que l'on n'a pas lus ne sont pas un
        changement, et aucun événement n'en parle. Une deuxième connexion, venue avant que le programme ait regardé, n'a
        rien changé non plus.

            événement : ana est lisible   48 000 octets sont là
            read ▶ 4096                   43 904 octets sont là, et aucun événement ne le dira

        À méditer : après quelle réponse d'`accept` et de `read` votre programme sait-il qu'il n'y a plus rien ? Et à qui
        est-ce le tour si quelqu'un parle sans jamais s'arrêter ?

        Pour aller plus loin : epoll(7), les questions à la fin ; `Poll` de mio, sous « Draining readiness ».

misconception-full-is-no-error = une connexion qui ne prend plus rien est prise pour une connexion rompue
    .cause =
        Une écriture qui devrait attendre le dit par une erreur (EAGAIN, `WouldBlock`). La connexion va bien, elle est
        seulement pleine : ce qui n'a pas été pris se garde, et s'écrit plus tard.
    .page =
        Ce que l'on voit : qui est lent un instant, derrière une mauvaise liaison radio ou occupé à autre chose, est
        déconnecté.

        Pourquoi : un socket non bloquant n'a pas d'autre moyen de dire « pas maintenant » que d'échouer. Cette erreur est
        la seule qui n'en soit pas une. Le reste de ce qui était à écrire attend alors dans le programme, jusqu'à une
        certaine limite, et un événement dit quand la connexion prend de nouveau quelque chose.

            write ▶ EPIPE, ECONNRESET   elle n'est plus là
            write ▶ EAGAIN              elle est pleine : plus tard

        À méditer : où votre programme regarde-t-il de quelle erreur il s'agit ? Qui garde les octets pour plus tard ?

        Pour aller plus loin : write(2), sous EAGAIN ; en Rust, `std::io::ErrorKind::WouldBlock`.

misconception-limit-too-low = un client est déconnecté alors que peu de choses l'attendent
    .cause =
        Ce qui attend pour un client a besoin d'une limite, et celle-ci est basse : qui s'absente un instant l'atteint. Il ne
        peut être déconnecté qu'à partir de 1 Mio en attente.
    .page =
        Ce que l'on voit : tout va bien tant que chacun lit. Qui a été occupé un instant, ou se trouve derrière une mauvaise
        liaison radio, a perdu sa connexion quand les autres avaient beaucoup à dire.

        Pourquoi : limiter ce qui attend est juste, car qui ne lit jamais prendrait toute la mémoire. Mais la limite décide
        aussi combien de temps on peut s'absenter. Les lignes n'ont pas toutes la même longueur, et leur nombre ne dit
        pas grand-chose : cent lignes font 2 Ko ou 6 Mo. Comptez des octets, avec de la place pour la plus longue des
        lignes et pour une pause de quelques secondes.

            limite    100 lignes de 20 octets   2 Ko, vite pleine
            limite    1 Mio                     une pause, puis on rattrape

        À méditer : dans quelle unité votre programme compte-t-il ce qui attend ? Combien de temps peut-on s'absenter
        avant d'atteindre la limite, pendant que trois autres parlent ?

        Pour aller plus loin : tcp(7), à propos de `tcp_wmem`, pour ce que le système garde lui-même à côté.

misconception-leaves-lines-out = qui a du retard reste connecté, et des lignes sont sautées
    .cause =
        Des lignes entières manquent à quelqu'un qui n'a pas lu pendant un moment. Un client connecté reçoit chaque ligne ;
        celui pour qui il en attend trop peut être déconnecté, et alors il le sait.
    .page =
        Ce que l'on voit : qui a été lent est toujours là et continue de lire, mais il lui manque une partie de ce qui s'est
        dit entre-temps. Personne ne l'apprend : ni le client, ni ceux qui ont parlé.

        Pourquoi : une file bornée doit répondre à une question qu'une file sans borne repousse à plus tard : que devient la
        ligne qui ne trouve plus de place ? Trois réponses sont honnêtes. Celui qui parle attend ; un seul arrête alors tout
        le monde. Ce qui attend grandit ; cela finit avec la mémoire. La connexion se termine ; son client peut alors
        revenir. Jeter la ligne est la quatrième, et la seule que personne ne remarque. TCP se donne beaucoup de mal pour
        ne laisser aucun trou dans un flux ; un programme qui en fait un le met là où aucun accusé de réception ne le
        montre.

            dans la file   17 18 19 20 21 22 │ pleine
            on dit         23 24 25
            on lit ensuite … 21 22 26        à qui manque-t-il quoi ?

        À méditer : comment votre client apprend-il que 23 à 25 ont été dites ? Qu'apprendrait-il si sa connexion avait pris
        fin ?

        Pour aller plus loin : RFC 9293, section 3.4, sur ce que promettent les numéros de séquence ; `sync_channel` et
        `try_send` en Rust.

misconception-write-takes-a-part = ce qu'une écriture n'a pas pris est perdu
    .cause =
        Une écriture dans un socket non bloquant prend ce pour quoi il y a de la place, et renvoie combien c'était. Le reste
        est toujours à écrire, par le programme.
    .page =
        Ce que l'on voit : un client qui a été lent un instant reçoit des lignes trouées, ou ne reçoit jamais les dernières.

        Pourquoi : une écriture bloquante revient quand tout est pris, et l'on s'y habitue. Ici, le noyau prend 20 000 octets
        sur 64 000 et répond 20 000 ; la fois suivante, il n'en prend aucun et répond EAGAIN. L'un et l'autre sont dans
        l'ordre des choses. Ce qui reste passe en tête de ce qui attend, et quand il y a de nouveau de la place, un événement
        le dit.

            attend   64 000
            write ▶ 20 000
            attend   44 000, à partir de l'octet 20 000

        À méditer : que fait votre programme du nombre que renvoie une écriture ? Qui écrit le reste, si personne ne dit plus
        rien ?

        Pour aller plus loin : write(2), sur la valeur de retour ; en Rust, `Write::write` à côté de `write_all` ;
        `Interest::WRITABLE` de mio.

misconception-one-buffer-for-all = ce que l'un a commencé se perd quand d'autres parlent
    .cause =
        Une ligne est venue morceau par morceau pendant que d'autres parlaient, et n'est pas ressortie entière. Ce que
        quelqu'un a commencé à dire se garde connexion par connexion.
    .page =
        Ce que l'on voit : qui envoie des lignes entières ne remarque rien. Qui tape lentement, lettre par lettre à
        travers le réseau, perd le début, ou le retrouve dans la ligne d'un autre.

        Pourquoi : le début d'une ligne attend sa fin dans un tampon. Si ce tampon est commun à tous, ou vidé dès que
        quelqu'un parle, les morceaux de plusieurs émetteurs s'y rencontrent, ou sont jetés avec la ligne d'un autre.

            eve   "sa"             "lut\n"
            ana         "bonjour\n"
            gardé   pour eve "sa", pour ana rien

        À méditer : à qui appartient chacun de vos tampons, et par quoi est-il vidé ?

        Pour aller plus loin : recv(2) ; en Rust, une `HashMap` avec un tampon par connexion.

misconception-interrupted-is-no-error = un appel interrompu est pris pour un appel raté
    .cause =
        Un appel qui attendait est revenu avec EINTR, « interrupted system call », et le programme a renoncé. Rien n'est
        cassé : il suffit d'appeler de nouveau.
    .page =
        Ce que l'on voit : il tourne bien pendant des jours, et se termine quand on le suspend par Ctrl-Z et qu'on le
        relance, quand un débogueur le regarde, ou quand il reçoit un signal.

        Pourquoi : un signal peut réveiller un appel qui attend. Certains appels reprennent d'eux-mêmes ensuite ;
        `epoll_wait`, `poll` et `select` jamais : ils rendent EINTR, pour dire « on vous a réveillé, voyez s'il y a
        autre chose à faire ».

            epoll_wait → 2        deux sont prêts
            epoll_wait → EINTR    réveillé, rien n'est prêt : attendre de nouveau

        À méditer : que fait votre boucle d'une erreur de l'appel où elle attend, et chacune de ces erreurs est-elle une
        raison de finir ?

        Pour aller plus loin : signal(7), sur les appels système interrompus ; en Rust, `ErrorKind::Interrupted`.

## Des fichiers sur le réseau

misconception-little-endian-length = les octets d'un nombre voyagent dans le mauvais ordre
    .cause =
        Sur le réseau, l'octet de poids fort d'un nombre vient en premier. La plupart des processeurs gardent d'abord
        celui de poids faible : une longueur écrite comme elle est en mémoire est lue comme un tout autre nombre.
    .page =
        Ce que l'on voit : entre deux programmes à soi, tout va bien ; avec celui d'un autre, un nom de 9 octets en a
        2304.

        Pourquoi : 9 sur deux octets, c'est 00 09 avec le poids fort en premier (gros-boutiste, « ordre du réseau »), et
        09 00 avec le poids faible en premier. Lu à l'envers, cela fait 9 fois 256.

            9 en u16    00 09                     gros-boutiste
            70 en u64   00 00 00 00 00 00 00 46   gros-boutiste

        À méditer : regardez ce que vous envoyez avec `| xxd`. Où est le premier octet qui n'est pas 0 ?

        Pour aller plus loin : byteorder(3), endian(3) ; en Rust, `to_be_bytes` et `from_be_bytes`.

misconception-header-in-one-read = on croit qu'un en-tête vient en une seule lecture
    .cause =
        Une lecture rend ce qui est là, et ce peut être un seul octet d'un en-tête. On sait combien il en faut : à lire
        jusqu'à ce que tous soient venus.
    .page =
        Ce que l'on voit : sur une machine, cela marche ; sur un vrai réseau, ou quand l'émetteur écrit son en-tête en
        plusieurs appels, les noms et les tailles n'ont plus de sens, et le fichier commence trop tôt ou trop tard.

        Pourquoi : TCP transporte des octets, et ne sait rien des en-têtes. Une lecture peut rendre moins que demandé,
        ou l'en-tête avec le début du fichier, et ce qu'elle a rendu du fichier ne doit pas se perdre.

            voulu   2 + 9 + 8 octets
            lu      00            1 sur 2 : continuer
            lu      09 69 6d      le nom a commencé

        À méditer : que rend chacune de vos lectures, et qui regarde ce nombre ?

        Pour aller plus loin : recv(2), sous MSG_WAITALL ; en Rust, `read_exact` à côté de `read`.

misconception-trusts-the-name = un nom venu du réseau décide de l'endroit où l'on écrit
    .cause =
        Un nom envoyé par quelqu'un peut être un chemin : `../.ssh/authorized_keys` sort du dossier, `/etc/passwd` n'y
        commence même pas. Il faut l'examiner avant de s'en servir.
    .page =
        Ce que l'on voit : rien du tout, tant que personne ne veut de mal. Puis un fichier se trouve là où personne n'en
        voulait.

        Pourquoi : pour le noyau, un `/` dans un nom sépare des dossiers, et `..` remonte d'un cran. Joindre un dossier
        et un chemin absolu donne le chemin absolu, en Rust comme en Python. Cette erreur a un nom à elle (« path
        traversal »), et s'est trouvée dans bien des programmes qui décompressent ou reçoivent des fichiers.

            DIR/ + "photo.png"        DIR/photo.png
            DIR/ + "../photo.png"     à côté de DIR
            DIR/ + "/tmp/photo.png"   /tmp/photo.png

        À méditer : quels noms faut-il refuser, et votre programme les reconnaîtrait-il sous Windows, où `\` sépare les
        dossiers ?

        Pour aller plus loin : path_resolution(7) ; CWE-22.

misconception-trusts-the-size = on réserve autant de mémoire que quelqu'un en annonce
    .cause =
        Une taille annoncée est une promesse. En réserver autant, avant qu'un seul octet soit venu, permet à n'importe
        qui de prendre toute la mémoire avec dix octets.
    .page =
        Ce que l'on voit : les vrais fichiers passent ; quelqu'un annonce 2^63 octets, et le programme panique ou
        disparaît.

        Pourquoi : `vec![0; taille]` demande tout à la fois, et il en vient « capacity overflow » ou « out of memory ».
        Des additions avec un tel nombre peuvent aussi déborder. Ce qu'il faut à un moment donné, c'est un morceau de
        taille fixe.

            annoncé      9223372036854775808
            nécessaire   64 Kio, encore et encore, jusqu'au nombre annoncé, ou jusqu'à la fin

        À méditer : combien de mémoire votre programme prend-il pour un fichier de 4 Gio, et pour un fichier seulement
        annoncé ?

        Pour aller plus loin : en Rust, `Read::take` et `std::io::copy` ; CWE-789.

misconception-writes-in-place = on peut voir le fichier avant qu'il soit complet
    .cause =
        Écrire directement sous le nom définitif montre à tous la moitié d'un fichier, et détruit l'ancien avant que le
        nouveau soit là. Écrivez sous un autre nom, et renommez quand tout est arrivé.
    .page =
        Ce que l'on voit : une visionneuse ouvre la moitié d'une image ; après un transfert interrompu, l'ancienne image
        a disparu aussi.

        Pourquoi : un fichier est là dès sa création, vide, et grandit à chaque écriture. Dans un même système de
        fichiers, `rename` se fait d'un seul coup : qui regarde voit l'ancien fichier ou le nouveau, jamais un
        entre-deux.

            écrire    DIR/.un-nom-a-soi
            renommer  DIR/.un-nom-a-soi  DIR/photo.png

        À méditer : quel nom porte votre fichier pendant qu'il grandit ? Deux transferts pourraient-ils choisir le
        même ? Est-il dans le même système de fichiers ?

        Pour aller plus loin : rename(2), open(2) sous O_EXCL et O_TMPFILE.

misconception-leaves-half-a-file = un transfert interrompu laisse quelque chose derrière lui
    .cause =
        Ce qui a été commencé et ne sera jamais complet est à effacer, par quelque chemin que le transfert se termine.
    .page =
        Ce que l'on voit : après quelques transferts interrompus, le dossier est plein de morceaux aux noms étranges, ou
        d'images dont il manque la moitié du bas.

        Pourquoi : une fin qui vient trop tôt est une lecture qui rend 0 alors que des octets sont encore dus ; une
        erreur est une autre sortie, et `?` la prend au milieu d'une fonction. Les lignes qui font le ménage sont plus
        bas, et l'on n'y arrive jamais.

            annoncé 1000 octets
            read → 300
            read → 0      il en manque 700 : pas de fichier

        À méditer : comptez les sorties de votre fonction, chaque `?` aussi. Lesquelles passent par l'endroit qui fait
        le ménage ?

        Pour aller plus loin : unlink(2) ; en Rust, `Drop`, ou une seconde fonction autour de la première.

misconception-follows-the-link = un lien symbolique mène l'écriture ailleurs
    .cause =
        Ouvrir un nom pour y écrire suit le lien symbolique de ce nom, où qu'il mène. Renommer par-dessus remplace le
        lien lui-même.
    .page =
        Ce que l'on voit : le dossier est comme avant, et un fichier situé ailleurs a un nouveau contenu.

        Pourquoi : `open` suit les liens, pour que les programmes n'aient pas à les connaître. Dans un dossier où des
        inconnus écrivent, c'est une porte : qui peut y mettre un lien décide du fichier qui sera écrasé.

            DIR/photo.png -> /home/pi/important
            ouvrir, écrire   important est écrasé
            renommer         photo.png est un fichier, et important est intact

        À méditer : lequel de vos appels touche le nom définitif, et que fait-il si c'est un lien ?

        Pour aller plus loin : symlink(7), rename(2), open(2) sous O_NOFOLLOW et O_EXCL.

misconception-inherits-the-connection = un programme lancé a encore la connexion
    .cause =
        La réponse est venue, la fin de la connexion non : la visionneuse l'a aussi. Une connexion se ferme avec le dernier de ses
        descripteurs, et un programme que l'on lance hérite de ceux qui sont ouverts.
    .page =
        Ce que l'on voit : le fichier est enregistré et affiché, et l'expéditeur reste suspendu jusqu'à ce que quelqu'un ferme
        l'image.

        Pourquoi : `fork` copie la table des descripteurs, et `exec` la garde. La visionneuse ne sait rien du socket et l'a tout
        de même ; le noyau n'envoie pas de FIN tant que quelqu'un pourrait encore écrire. Rust et Python marquent leurs
        descripteurs pour qu'`exec` les ferme (close-on-exec). En C, c'est à vous de le demander.

            récepteur     close(conn)
            visionneuse   a toujours conn      pas de FIN

        À méditer : quels descripteurs sont ouverts quand votre programme en lance un autre, et qui les y ferme ?

        Pour aller plus loin : fcntl(2), à propos de FD_CLOEXEC ; accept4(2), à propos de SOCK_CLOEXEC ; execve(2).

misconception-waits-for-the-viewer = le programme attend que l'image soit fermée
    .cause =
        Une visionneuse tourne aussi longtemps que quelqu'un regarde l'image. Qui attend sa fin ne reçoit rien pendant
        ce temps.
    .page =
        Ce que l'on voit : la première image apparaît ; la deuxième ne vient que lorsque la première est fermée.

        Pourquoi : « lancer cette commande » en attend la fin dans la plupart des langages (`system`, `subprocess.run`,
        `Command::status`). La lancer et l'attendre sont deux étapes, et seule la première est voulue ici. Ne jamais
        demander sa fin laisse un zombie, qu'un thread qui attend, ou un coup d'œil de temps en temps, fait disparaître.

            lancer ▶ attendre ▶ la suivante   l'une après l'autre
            lancer ▶ la suivante              côte à côte

        À méditer : lequel de vos appels revient quand la visionneuse est lancée, et lequel quand elle est terminée ?
        Que montre `ps` d'une visionneuse que l'on a fermée ?

        Pour aller plus loin : fork(2), wait(2) ; en Rust, `Command::spawn` et `Child::wait`.

misconception-path-in-the-name = les dossiers du fichier voyagent avec son nom
    .cause =
        Ce qui voyage, c'est le nom propre du fichier, sa dernière partie. Les dossiers de l'émetteur n'ont pas de sens
        sur une autre machine, et un récepteur refuse un `/`.
    .page =
        Ce que l'on voit : dans le même dossier, cela marche ; avec un chemin, le récepteur répond `ERR`.

        Pourquoi : ce que l'on a tapé dit où le fichier se trouve ici. Son nom est ce qui suit le dernier `/`.

            tapé   ../images/chat.png
            nom    chat.png

        À méditer : que devient un chemin qui finit par `..` ? A-t-il un nom ?

        Pour aller plus loin : basename(3) ; en Rust, `Path::file_name` ; en Python, `os.path.basename`.

misconception-believes-any-answer = n'importe quelle réponse est prise pour un succès
    .cause =
        Que tout soit parti n'est pas un succès, ni que quelque chose soit revenu. `OK` avec la taille exacte du fichier
        en est un ; tout le reste est un échec.
    .page =
        Ce que l'on voit : le disque du récepteur est plein, il le dit, et l'émetteur se termine avec 0.

        Pourquoi : `write` revient quand le noyau a les octets, peut-être bien avant qu'ils soient ailleurs. Ce qu'ils
        sont devenus, seul l'autre programme peut le dire. Sa réponse est là pour cela : entière, jusqu'au retour à la
        ligne, et avec le nombre qu'elle contient.

            "OK 1000\n"             le fichier avait 1000 octets : c'est fait
            "OK 10\n"               tout n'est pas arrivé
            "ERR disque plein\n"    rien n'est arrivé
            "OK 10" et la fin       la réponse est coupée : 10, ou 1000 ?

        À méditer : à quoi comparez-vous la réponse ? À son début, ou à toute la réponse ?

        Pour aller plus loin : send(2), là où il parle de l'échec d'une remise (« failure to deliver »).

misconception-swallows-the-reason = la raison donnée par l'autre n'est pas transmise
    .cause =
        Le récepteur a dit pourquoi il refusait, après `ERR`. Qui a lancé l'émetteur n'en voit rien : la raison n'est pas
        sur stderr.
    .page =
        Ce que l'on voit : l'émetteur se termine par 1, peut-être avec l'adresse et le fichier, et personne n'apprend ce
        qui n'allait pas.

        Pourquoi : seul l'autre côté sait pourquoi il a refusé : son disque est plein, le nom n'est pas permis. Il l'a mis
        dans sa réponse. Un programme qui regarde si la réponse commence par OK, puis la jette, a lu la raison et l'a
        gardée pour lui.

            ERR plus de place sur le disque
            émetteur: 192.0.2.7:6001: échec du transfert             pourquoi ?
            émetteur: 192.0.2.7:6001: plus de place sur le disque    alors faisons de la place

        À méditer : à quel endroit de votre programme la réponse est-elle encore là tout entière, et où l'erreur est-elle
        annoncée ?

        Pour aller plus loin : en Rust, `std::io::Error::other` prend n'importe quel texte.

misconception-reads-the-whole-file = tout le fichier est pris en mémoire
    .cause =
        Un fichier peut être plus grand que la mémoire. On peut l'envoyer et le recevoir par morceaux, dont chacun a
        disparu quand le suivant arrive.
    .page =
        Ce que l'on voit : les petites images passent vite ; avec un film, la machine se fige, ou le programme
        disparaît.

        Pourquoi : « tout lire », c'est faire de la place pour tout. Aucun des deux bouts n'en a besoin : l'émetteur
        veut connaître la taille d'avance, ce que dit le système de fichiers, et le récepteur sait par l'en-tête combien
        il en viendra.

            tout lire, tout écrire            autant de mémoire que le fichier
            lire 64 Kio, écrire 64 Kio, …     64 Kio

        À méditer : quelle part du fichier votre programme a-t-il en main à un moment donné ? Qu'est-ce qui donne sa
        taille sans le lire ?

        Pour aller plus loin : stat(2) ; en Rust, `std::io::copy`, `File::metadata` ; sendfile(2).

misconception-decodes-the-file = le fichier est traité comme du texte
    .cause =
        Une image, ce sont des octets, qui pour la plupart ne sont pas du texte. La lire ou l'écrire comme du texte
        s'arrête au premier octet qui n'est pas de l'UTF-8, ou le change.
    .page =
        Ce que l'on voit : les fichiers de texte passent ; une image ne passe pas, ou a ensuite une autre taille, et
        aucune visionneuse ne l'ouvre.

        Pourquoi : le premier octet de tout PNG (0x89), et de tout JPEG (0xff), n'est pas de l'UTF-8. Les fonctions
        faites pour le texte le refusent, ou mettent à sa place U+FFFD, trois octets pour un. Certaines changent aussi
        les fins de ligne, et c'est pour s'en apercevoir qu'un \r\n figure au début d'un PNG.

            fichier   89 50 4e 47 0d 0a
            texte     ef bf bd 50 4e 47 0d 0a

        À méditer : de quel type est ce que vous avez lu du fichier, et fallait-il que ce soit du texte ? Comparez les
        deux fichiers avec `cmp`.

        Pour aller plus loin : en Rust, `[u8]` à côté de `str` ; en Python, les modes "rb" et "wb" ; les 8 premiers
        octets dans la spécification de PNG.

misconception-header-not-as-agreed = l'en-tête a d'autres champs que prévu
    .cause =
        L'en-tête n'a pas la disposition convenue : un nombre d'une autre largeur, un autre ordre de ses octets, ou
        quelque chose entre les champs. À partir de là, les deux côtés ne lisent plus la même chose.
    .page =
        Ce que l'on voit : le nom est là, et ce qui le précède ou le suit n'est pas ce qui était convenu : des tailles
        absurdes, un fichier qui commence quelques octets trop tôt ou trop tard, ou un côté qui attend des octets qui ne
        viendront jamais.

        Pourquoi : rien dans les octets ne dit « ici commence la taille ». Chaque côté compte : deux octets pour la
        longueur, tant pour le nom, huit pour la taille, l'octet de poids fort d'abord. Une longueur sur un octet, un NUL
        après le nom, une taille en texte ou sur quatre octets déplacent tout ce qui suit.

            00 05                     la longueur du nom, 2 octets
            61 2e 74 78 74            le nom, 5 octets
            00 00 00 00 00 00 00 03   la taille, 8 octets

        À méditer : regardez ce qui voyage avec `| xxd`, et comptez le long du tableau du README : à quel octet les deux
        se séparent-ils ?

        Pour aller plus loin : xxd(1) ; en Rust, `u64::to_be_bytes` ; en Python, `struct`, les formats qui commencent
        par `>`.

misconception-counts-characters = on compte des lettres là où il faut des octets
    .cause =
        La longueur du nom est donnée en lettres, et il voyage en octets. Un é est une lettre et deux octets.
    .page =
        Ce que l'on voit : les noms sans accent passent. Avec un accent, le dernier octet du nom est pris pour le
        premier de la taille.

        Pourquoi : en UTF-8, une lettre prend de un à quatre octets. Ce qui compte les lettres et ce qui compte les
        octets sont deux fonctions, et elles sont d'accord tant que le texte est en anglais. Sur le réseau, il n'y a que
        des octets : une longueur s'y compte en octets.

            nom       "chêne"
            lettres   5
            octets    6      63 68 c3 aa 6e 65

        À méditer : lequel des deux votre fonction compte-t-elle ? À quel moment votre nom est-il devenu des octets ?

        Pour aller plus loin : RFC 3629 ; en Rust, `str::len` à côté de `chars().count()` ; en Python, `len` d'un `str`
        et d'un `bytes`.

misconception-size-in-32-bits = la taille est gardée dans un nombre trop petit pour elle
    .cause =
        La taille d'un grand fichier est sortie bien trop petite : il n'en reste que les 32 bits du bas. Ce qui dépasse
        4 Gio n'y tient pas.
    .page =
        Ce que l'on voit : les fichiers de tous les jours passent. Un fichier de 5 Gio est annoncé comme 1 Gio.

        Pourquoi : 32 bits comptent jusqu'à 4 294 967 295. Convertir vers un type plus petit coupe ce qui n'y tient pas,
        sans un mot. Le champ de l'en-tête a 64 bits : le nombre doit donc en avoir 64 sur tout le chemin qui y mène.

            5 Gio   00 00 00 01 40 00 00 00
            reste               40 00 00 00      1 Gio

        À méditer : quel type la taille a-t-elle là où vous l'obtenez, là où vous l'envoyez, et à chaque endroit entre
        les deux ?

        Pour aller plus loin : en Rust, `as` à côté de `try_from` ; stat(2), sur `off_t`.

misconception-sends-one-piece = le fichier n'est pas parti, et l'on attend la réponse
    .cause =
        Le programme attend la réponse alors qu'une partie du fichier, ou tout le fichier, n'est jamais partie. Il croit
        avoir tout envoyé.
    .page =
        Ce que l'on voit : les petits fichiers arrivent. Les grands s'arrêtent après une certaine longueur, et les deux
        côtés attendent.

        Pourquoi : une lecture rend un morceau, une écriture peut n'en prendre qu'un. Lire une fois, c'est envoyer au
        plus un tampon ; ne pas regarder ce qu'une écriture a pris, c'est perdre le reste. Le récepteur sait par
        l'en-tête combien on lui doit, et continue d'attendre.

            annoncé   200 000 000
            envoyé         65 536
            les deux  attendent

        À méditer : combien de fois votre programme lit-il dans le fichier, et à quoi voit-il qu'il est arrivé au bout ?

        Pour aller plus loin : read(2) et write(2), sur les valeurs de retour ; en Rust, `std::io::copy`, `write_all`.

misconception-does-not-replace = un fichier du même nom n'est pas remplacé
    .cause =
        Il y avait déjà un fichier de ce nom, et le nouveau n'a pas pris sa place : il a été refusé, a reçu un autre
        nom, ou ne recouvre l'ancien qu'en partie.
    .page =
        Ce que l'on voit : la première fois, tout va bien. La seconde, l'ancienne image est encore là, ou une partie
        d'elle.

        Pourquoi : c'est le nom qui décide, et le dernier qui l'envoie a raison : voilà ce qui est convenu. Ouvrir un
        fichier « seulement s'il est nouveau », c'est refuser ; l'ouvrir sans le vider laisse la fin d'un ancien plus
        long ; choisir un nom libre remplit le dossier.

            ancien    "un long fichier"
            nouveau   "court"
            reste     "courtg fichier"      écrit par-dessus, pas remplacé

        À méditer : que devient l'ancien fichier dans votre programme, octet par octet, si le nouveau est plus court ?

        Pour aller plus loin : open(2) sous O_EXCL et O_TRUNC ; rename(2).

misconception-one-part-for-a-name = deux transferts d'un même nom partagent un fichier inachevé
    .cause =
        Deux émetteurs envoient en même temps un fichier du même nom, et se gênent : les deux écrivent dans le même
        fichier inachevé, ou l'un l'enlève à l'autre.
    .page =
        Ce que l'on voit : l'un après l'autre, tout va bien. En même temps, l'un échoue, ou obtient un mélange.

        Pourquoi : ce qui n'est pas complet doit bien être quelque part. Si son nom ne dépend que de celui du fichier,
        deux transferts choisissent le même : chacun vide ce que l'autre a écrit, et le premier qui le renomme le prend
        sous les mains de l'autre.

            ana   photo.png.part     écrit, renomme
            bob   photo.png.part     écrit … dans quoi ?

        À méditer : qu'est-ce que deux transferts ont de différent, même si le nom et la taille sont les mêmes ?

        Pour aller plus loin : mkstemp(3), open(2) sous O_EXCL ; rename(2).

misconception-makes-no-folder = un dossier manque, et n'est pas créé
    .cause =
        Le dossier où enregistrer n'était pas là, et le programme a échoué pour cela. C'est à lui de le créer, avec tous
        les dossiers qui manquent au-dessus.
    .page =
        Ce que l'on voit : dans le dossier où l'on a essayé, cela marche ; avec un nouveau : « no such file or
        directory ».

        Pourquoi : créer un fichier crée le fichier, et jamais ses dossiers. Et créer un dossier en crée un seul, dans
        un dossier qui existe. `a/b/c` en demande trois si aucun n'est là, et de ne pas s'émouvoir de ceux qui le sont.

            mkdir a/b/c       échoue s'il n'y a pas de a
            mkdir -p a/b/c    crée ce qui manque

        À méditer : quand le dossier sert-il pour la première fois, et quelle fonction de votre langage en crée
        plusieurs d'un coup ?

        Pour aller plus loin : mkdir(2), mkdir(1) ; en Rust, `create_dir_all` ; en Python, `os.makedirs`.

misconception-refuses-good-names = un bon nom est refusé
    .cause =
        Un nom permis a été refusé. Ce qui ne peut pas figurer dans un nom est convenu, et tout le reste le peut :
        accents, espaces, points, jusqu'à 255 octets.
    .page =
        Ce que l'on voit : les noms simples passent. Un nom avec un accent, un point au début, ou très long, est refusé.

        Pourquoi : une liste de ce qui est permis oublie presque tout le monde. Sous Linux, un nom a jusqu'à 255 octets,
        dont aucun n'est `/` ni NUL. Si l'on en fait un plus long pour la durée du transfert, il lui faut de la place
        aussi : 255 octets et « .part » n'y tiennent pas.

            bon   été à la plage.png
            bon   .cache
            bon   255 lettres, et rien avec ".part" derrière

        À méditer : laquelle de vos règles refuse celui-ci, et quel mal ce nom ferait-il ?

        Pour aller plus loin : path_resolution(7), sur les limites ; open(2) sous ENAMETOOLONG.

misconception-refuses-without-a-word = un transfert est refusé, et l'émetteur ne sait pas pourquoi
    .cause =
        La connexion a été fermée ou réinitialisée, et aucun `ERR` n'est parvenu à l'émetteur. Qui est refusé veut
        savoir pourquoi.
    .page =
        Ce que l'on voit : l'émetteur voit « connection reset », et ne sait pas s'il doit réessayer, choisir un fichier
        plus petit, ou appeler quelqu'un.

        Pourquoi : deux chemins mènent ici. L'un est de fermer sans répondre. L'autre est de répondre, et de fermer
        alors que des octets de l'émetteur ne sont pas lus : le noyau envoie alors une réinitialisation, qui peut jeter
        la réponse en route.

            écrire "ERR trop grand\n", fermer, avec 65 536 octets non lus
            ▶ RST : l'émetteur ne verra peut-être jamais le ERR

        À méditer : quelque chose est-il écrit avant chaque sortie de votre fonction ? Qu'y a-t-il encore à lire à ce
        moment ?

        Pour aller plus loin : shutdown(2), tcp(7) ; RFC 2525, section 2.17.

misconception-empty-is-no-error = un fichier vide est pris pour une erreur
    .cause =
        Un fichier de 0 octet est un fichier. Il a un nom et une taille, 0, et se transmet comme les autres.
    .page =
        Ce que l'on voit : tous les fichiers passent, sauf un vide, qui est refusé, ou pas même commencé.

        Pourquoi : « rien n'est venu » veut souvent dire que quelque chose a mal tourné, et l'on a vite écrit un test
        pour cela. Ici, la taille dit d'avance combien il doit venir, et 0 octet sur 0, c'est tout.

            annoncé 0   arrivé 0     complet
            annoncé 9   arrivé 0     interrompu

        À méditer : à quoi votre programme compare-t-il le nombre d'octets arrivés : à 0, ou à ce qui était annoncé ?

        Pour aller plus loin : `touch vide; ls -l vide` ; stat(2).

misconception-dies-of-a-failed-write = ce qui ne peut pas s'écrire met fin à tout le programme
    .cause =
        Un fichier n'a pas pu être écrit, et le récepteur s'est terminé. Cela ne concerne que ce transfert : on le dit à
        son émetteur, et le suivant aura peut-être plus de chance.
    .page =
        Ce que l'on voit : le disque est plein, ou le dossier interdit d'écriture, et tous perdent le récepteur.

        Pourquoi : un disque plein aujourd'hui a de la place demain. Une erreur d'un transfert que l'on fait remonter
        jusqu'à `main`, par `?` ou par une exception, devient celle de tous. Elle appartient à l'endroit où est le
        transfert : ranger, répondre `ERR`, fermer, continuer.

            ENOSPC, EACCES   ▶ ERR à cet émetteur ▶ au suivant

        À méditer : où votre programme rattrape-t-il les erreurs d'un transfert, et qu'est-ce qui continue ensuite ?

        Pour aller plus loin : write(2) sous ENOSPC, open(2) sous EACCES.

misconception-line-for-a-shell = un nom de fichier est lu par un shell
    .cause =
        Le chemin est arrivé en plusieurs mots, ou avec autre chose que ce qu'il y avait dans le nom : un shell l'a lu.
        Un shell coupe aux espaces, et obéit à ce qui se trouve dans le nom.
    .page =
        Ce que l'on voit : les images aux noms simples s'affichent. Une autre, avec un espace, est « introuvable » ; une
        troisième, nommée `; date`, donne l'heure.

        Pourquoi : « exécuter cette ligne » lance un shell et la lui donne à lire. Les espaces, `$`, `;`, les guillemets
        y veulent dire quelque chose. Et le nom vient d'un inconnu. Pour lancer un programme sans shell, on lui donne
        une liste de mots, et chacun arrive tel quel.

            une ligne     visionneuse deux mots.png       trois mots
            une liste     "visionneuse" "deux mots.png"   deux

        À méditer : qui lit la ligne que vous assemblez, et qui en a écrit une partie ?

        Pour aller plus loin : system(3) à côté de execve(2) ; CWE-78 ; en Rust, `Command::arg` ; en Python,
        `subprocess` sans `shell=True`.

misconception-viewer-without-the-path = la visionneuse ne sait pas où est le fichier
    .cause =
        La visionneuse a été lancée sans le chemin de ce qui est enregistré, ou avec un chemin qui, de là où elle
        tourne, ne mène nulle part.
    .page =
        Ce que l'on voit : la visionneuse s'ouvre et dit que ce fichier n'existe pas, ou ne montre rien.

        Pourquoi : un programme apprend par ses arguments de quel fichier il s'agit. Le nom seul est cherché dans le
        dossier où tourne la visionneuse, et non dans celui où vous avez enregistré. Le dossier du fichier et son nom
        font ensemble le chemin.

            enregistré    DIR/photo.png
            visionneuse   photo.png           dans quel dossier ?
            visionneuse   DIR/photo.png

        À méditer : dans quel dossier la visionneuse tourne-t-elle, et comment va-t-elle de là au fichier ?

        Pour aller plus loin : execve(2), path_resolution(7) ; en Rust, `Path::join`, `Command::arg`.

misconception-changes-the-name = un fichier est enregistré sous un autre nom que celui qui est venu
    .cause =
        Le nom a changé en route vers le disque : quelque chose a été enlevé, remplacé ou écrit autrement. Un nom qui ne
        convient pas se refuse ; tout autre se prend tel quel.
    .page =
        Ce que l'on voit : la réponse est `OK`, et le fichier n'est pas là sous son nom. Ou bien un nom à refuser est
        accepté, sous une autre forme.

        Pourquoi : une fonction serviable répare les noms : elle ôte les espaces, met en minuscules, remplace par U+FFFD
        les octets qui ne sont pas de l'UTF-8, ou ne garde que ce qui suit le dernier `/`. Qui envoie deux fichiers dont
        les noms ne diffèrent que par là n'en a plus qu'un à la fin, et qui cherche le sien ne le trouve pas.

            envoyé       " a.png"   "caf\xe9.png"    "../photo.png"
            enregistré   "a.png"    "caf�.png"       "photo.png"
            convenu      " a.png"   ERR              ERR

        À méditer : par quelles fonctions passe le nom, de l'en-tête au fichier ? Laquelle rend autre chose que ce qu'on
        lui a donné ?

        Pour aller plus loin : en Rust, `String::from_utf8` à côté de `from_utf8_lossy`, `trim` ; en Python,
        `bytes.decode` et son `errors`.

misconception-removes-the-old-first = l'ancien fichier disparaît avant que le nouveau soit là
    .cause =
        Il y avait un fichier de ce nom. Le nouveau transfert s'est interrompu, et il n'y a maintenant ni l'ancien ni un
        nouveau. Ce que l'on remplace s'en va quand le nouveau est complet, pas quand on l'annonce.
    .page =
        Ce que l'on voit : tout va bien tant que chaque transfert va jusqu'au bout. Après une interruption, une image
        qui était là depuis longtemps manque.

        Pourquoi : entre l'en-tête et le dernier octet s'écoule un temps dont personne ne sait comment il finit. Qui
        fait place nette au début échange ce qu'il avait contre une promesse. `rename` n'a pas besoin de place nette :
        d'un seul coup, il met le nouveau fichier à la place de l'ancien.

            enlever DIR/photo.png     disparu
            recevoir …                la connexion s'interrompt
            renommer …                jamais atteint

        À méditer : qu'y a-t-il dans DIR à chaque ligne de votre fonction, si elle s'arrêtait juste là ?

        Pour aller plus loin : rename(2), sur un nom qui existe déjà ; unlink(2).

## Quelque chose de régulier à côté de quelque chose qui attend

misconception-heartbeat-waits-for-input = pendant que le programme attend le clavier, personne n'envoie le battement
    .cause =
        Une lecture du clavier revient quand quelqu'un a tapé quelque chose, et personne ne sait quand. Ce qui doit se
        passer à intervalles réguliers ne peut pas se trouver derrière elle, dans la même boucle.
    .page =
        Ce que l'on voit : tant que l'on tape des ordres, tout va bien. Après une seconde de silence, le tank s'arrête,
        ou il ne bouge jamais.

        Pourquoi : un thread fait une chose après l'autre, et attend dans chaque appel le temps qu'il faut. Entre deux
        ordres, il attend dans `read` ; un battement placé derrière dans la boucle ne part qu'avec l'ordre suivant.

            lire ▶ envoyer ▶ battement ▶ lire …                  rien, tant que personne ne tape

            clavier   lire ▶ envoyer ▶ lire …
            cœur      battement ▶ 500 ms ▶ battement ▶ …         quoi que fasse le clavier

        À méditer : quelles sont les choses que votre programme attend ? Un seul appel peut-il les attendre toutes, avec
        un délai ? Ou qui d'autre pourrait attendre le moment voulu ?

        Pour aller plus loin : pthreads(7) ; poll(2), sur son délai ; en Rust, `std::thread`.

misconception-heartbeat-too-slow = le battement vient plus rarement que demandé
    .cause =
        Une alarme qui se déclenche au bout d'une seconde ne se tait que si l'on passe nettement avant. Toutes les 500
        ms, cela veut dire que l'un d'eux peut être en retard, ou perdu, et que le tank connaît encore son conducteur.
    .page =
        Ce que l'on voit : le tank s'arrête et repart sans cesse, ou de temps en temps seulement, quand le réseau est
        chargé.

        Pourquoi : envoyer une fois par seconde, c'est faire la course avec une alarme d'une seconde : une milliseconde
        de retard décide. Une pause dure au moins ce que l'on demande, et ce que l'on fait ensuite prend du temps aussi.

            conducteur   ♥         ♥         ♥              chaque seconde
            tank         1 s ──────▶ perdu ?  1 s ─────▶ perdu ?
            conducteur   ♥    ♥    ♥    ♥    ♥              toutes les 500 ms

        À méditer : de combien votre battement peut-il être en retard avant que le tank ne s'arrête ? En quelle unité
        est le nombre dans votre programme ?

        Pour aller plus loin : nanosleep(2) ; en Rust, `Duration::from_millis`.

misconception-heartbeat-too-often = le battement vient bien plus souvent que demandé
    .cause =
        Un battement dit « toujours là », toutes les 500 ms. En envoyer plus n'en dit pas plus, et donne pour rien du
        travail au réseau et à l'autre côté. Il a sa propre horloge, et ne dépend de rien d'autre.
    .page =
        Ce que l'on voit : le tank roule, et `nc` montre des battements sans fin, ou un après chaque ordre.

        Pourquoi : ce qui est envoyé dans une boucle part aussi souvent que la boucle tourne. Si elle attend avec un
        délai court, regarde sans cesse s'il y a une entrée, ou se réveille à chaque ordre, il y a autant de battements
        que de tours.

            se réveille     | | | | | | | | | | | |      pour bien des raisons
            battement       ♥                   ♥        quand c'est l'heure, et pas avant

        À méditer : quand votre programme se réveille, comment sait-il si c'est l'heure du suivant ?

        Pour aller plus loin : clock_gettime(2), CLOCK_MONOTONIC ; en Rust, `Instant`.

misconception-timer-starts-anew = chaque ordre repousse le battement
    .cause =
        « Attendre un ordre, 500 ms au plus » recommence à compter à chaque fois. Tant que les ordres se suivent de plus
        près, le délai ne s'écoule jamais, et le battement ne part jamais.
    .page =
        Ce que l'on voit : sans que l'on tape, les battements viennent toutes les 500 ms. Quand on conduit, le tank
        s'arrête, et d'autant plus sûrement que l'on donne plus d'ordres.

        Pourquoi : le délai de `poll`, de `recv_timeout` ou de SO_RCVTIMEO ne vaut que pour cet appel. L'heure à
        laquelle quelque chose est dû est autre chose : elle ne bouge pas, aussi souvent que l'on regarde.

            délai de 500     attendre 500 ▶ 400 : ordre. Attendre 500 ▶ 800 : ordre. Attendre 500 …
            dû à 500         attendre 500 ▶ 400 : ordre. Attendre 100 ▶ 500 : battement. Attendre 500 …

        À méditer : quand le prochain battement est-il dû, et que reste-t-il de ce temps une fois un ordre envoyé ?

        Pour aller plus loin : poll(2) ; clock_gettime(2) ; en Rust, `Instant` et `saturating_duration_since`.

misconception-ready-is-not-a-line = « il y a quelque chose à lire » est pris pour « il y a une ligne »
    .cause =
        poll et select disent qu'un octet est là. Une fonction qui lit une ligne le prend, puis attend le reste aussi
        longtemps qu'il le faut, et tout le reste attend avec elle.
    .page =
        Ce que l'on voit : avec des lignes entières, tout va bien. Avec une ligne qui vient en morceaux, les battements
        cessent jusqu'à ce qu'elle soit entière.

        Pourquoi : « prêt » veut dire qu'un `read` n'attendra pas, et rien de plus. `readline`, `fgets` et `read_line`
        appellent `read` encore et encore, jusqu'au \n. Pour le premier de ces appels seulement, on avait promis qu'il
        n'attendrait pas.

            poll : prêt ▶ read "mov" ▶ pas de \n : read ▶ attend …           dans la fonction
            poll : prêt ▶ read "mov" ▶ pas de \n : le garder ▶ poll, avec son délai

        À méditer : où votre programme garde-t-il le début d'une ligne ? Combien d'appels de `read` fait-il chaque fois
        qu'on lui a dit qu'il y avait quelque chose ?

        Pour aller plus loin : poll(2), read(2) ; en Python, `os.read`.

misconception-notices-only-when-it-writes = la fermeture de l'autre côté ne se remarque qu'à une écriture ratée
    .cause =
        La fin d'une connexion arrive comme des données, et qui lit l'obtient aussitôt, sous la forme de 0 octet. Qui ne
        fait qu'écrire l'apprend par une erreur, plus tard ou jamais.
    .page =
        Ce que l'on voit : le tank ferme, et le conducteur continue comme si de rien n'était, un moment ou pour
        toujours.

        Pourquoi : un FIN dit « je n'enverrai plus rien ». Écrire reste permis, car l'autre côté lit peut-être encore.
        Ce n'est que s'il ne lit plus qu'il répond par un RST, et c'est l'écriture suivante qui échoue.

            tank         FIN ▶                         RST ▶
            conducteur         write : bien     write : bien     write : EPIPE
            read         0 ◀  aussitôt

        À méditer : si votre programme ne lit jamais, est-ce parce que le tank ne dit rien ? Qu'obtiendrait-il à la
        fin ?

        Pour aller plus loin : recv(2), sur la valeur rendue ; send(2), sous EPIPE ; RFC 9293, section 3.6.

misconception-forgets-to-stop = la connexion est fermée sans que le tank ait reçu l'ordre de s'arrêter
    .cause =
        Une machine fait ce qu'on lui a dit en dernier. Avant de la quitter, il faut lui dire de s'arrêter, et ne partir
        qu'ensuite.
    .page =
        Ce que l'on voit : après `quit`, le tank roule encore, jusqu'à ce que les battements lui manquent : un mètre ou
        deux plus loin.

        Pourquoi : fermer une connexion n'envoie aucune commande. Ce que l'autre côté doit entendre en dernier s'envoie
        tant qu'elle est ouverte, et sur chaque chemin de sortie : l'ordre, et la fin de l'entrée.

            {"{"}"cmd":"robotMovement","angle":0,"strength":0{"}"}
            FIN

        À méditer : combien de chemins mènent hors de votre programme ? Lesquels passent par l'endroit où l'arrêt est
        envoyé ?

        Pour aller plus loin : shutdown(2) ; en Rust, ce qui suit une boucle, et ce que `?` saute.

misconception-numbers-as-text = les nombres sont envoyés comme des textes
    .cause =
        En JSON, 10 est un nombre et "10" est un texte, et un programme qui veut calculer avec l'un n'a que faire de
        l'autre. Ce qui est lu au clavier est un texte jusqu'à ce que quelqu'un en fasse un nombre.
    .page =
        Ce que l'on voit : le tank klaxonne, et ne bouge pas, ou il signale un mauvais type.

        Pourquoi : ce qui est entre guillemets est une chaîne. Une bibliothèque écrit une valeur telle qu'elle est : une
        variable où se trouve encore le texte tapé devient une chaîne.

            {"{"}"cmd":"robotMovement","angle":"10","strength":"50"{"}"}     deux textes
            {"{"}"cmd":"robotMovement","angle":10,"strength":50{"}"}         deux nombres

        À méditer : à quel endroit de votre programme le texte devient-il un nombre ? Qu'y arrive-t-il à `abc` ?

        Pour aller plus loin : RFC 8259, section 6 ; en Rust, `str::parse` ; en Python, `int`.

misconception-believes-what-is-typed = ce que les gens tapent est envoyé sans être contrôlé
    .cause =
        Ce qui vient de l'extérieur peut être n'importe quoi : trop grand, trop petit, la moitié d'un mot. Cela se
        contrôle à l'entrée, car après, personne ne le peut plus.
    .page =
        Ce que l'on voit : avec des ordres justes, tout va bien. `move 500 50` part tel quel, ou `move 10 5x` part comme
        quelque chose que personne n'a tapé.

        Pourquoi : qu'un texte soit un nombre ne dit rien de sa taille, et une fonction comme `atoi` rend 0 pour ce qui
        n'en est pas un. Le tank prend ce qui vient par son réseau pour ce que l'on a voulu.

            tapé           contrôlé                         envoyé
            move 10 50     deux nombres, dans les limites   oui
            move 181 50    au-delà de la limite             non : signalé sur stderr
            move 10        il manque un nombre              non : signalé sur stderr

        À méditer : que doit-on savoir d'une ligne avant que votre programme n'envoie quoi que ce soit ? De combien de
        façons peut-elle être fausse ?

        Pour aller plus loin : strtol(3) ; en Rust, `str::parse` et `RangeInclusive::contains`.

misconception-ends-at-a-wrong-order = un ordre faux termine le programme
    .cause =
        Tout le monde fait des fautes de frappe, et recommence. On dit ce qui était faux ; ce n'est pas une raison de
        lâcher le tank.
    .page =
        Ce que l'on voit : après `mvoe 10 50`, le programme a disparu, ou n'entend plus rien.

        Pourquoi : une erreur transmise par `?`, ou une exception que personne n'attrape, quitte la boucle sur les
        lignes. Toute erreur n'est pas celle du programme : celle-ci est celle d'une ligne, et finit avec elle.

            le réseau a disparu             termine le programme
            cette ligne n'est pas un ordre  est signalé ; à la ligne suivante

        À méditer : quelles erreurs peuvent se produire dans votre boucle, et pour lesquelles n'y a-t-il plus rien à
        faire ?

        Pour aller plus loin : en Rust, un `match` sur le `Result` là où se trouvait `?` ; en Python, l'endroit du
        `try`.

misconception-ends-one-thread-only = un thread se termine, et les autres gardent le programme en vie
    .cause =
        Dans la plupart des langages, un programme se termine avec son dernier thread, ou quand `main` revient. Un
        thread qui envoie des battements pour toujours le maintient en vie, et le tank croit que quelqu'un conduit.
    .page =
        Ce que l'on voit : après `quit`, l'invite ne revient pas, et les battements continuent.

        Pourquoi : en Python et en Java, un programme attend tous ses threads, sauf ceux marqués comme démons. En Rust
        et en C, la fin de `main` termine tout ; mais un `join` placé avant attend un thread qui ne finit jamais. La
        connexion se ferme avec sa dernière poignée, et un thread qui tourne en tient une.

            clavier    quit ▶ arrêt ▶ fin
            cœur       ♥    ♥    ♥    ♥    ♥    ♥ …

        À méditer : qui décide, dans votre programme, que c'est fini, et comment les autres l'apprennent-ils ?

        Pour aller plus loin : exit(3) ; en Python, `daemon=True` ; en Rust, ce que `main` attend.

## Les robots

misconception-strangers-take-part = ce qu'envoie n'importe qui est relayé
    .cause =
        Un port UDP est ouvert à tous : personne n'a besoin de se connecter d'abord. Qui a le droit de participer se lit
        dans les arguments, et se vérifie pour chaque datagramme, à l'adresse et au port de l'expéditeur.
    .page =
        Ce que l'on voit : entre les robots, tout va bien ; mais le datagramme de n'importe quel autre programme leur
        parvient aussi, ou son expéditeur reçoit dès lors ce qu'ils disent.

        Pourquoi : `recvfrom` prend ce qui vient, d'où que cela vienne, et le dit dans son argument d'adresse. En TCP, il
        y a un moment pour refuser quelqu'un, `accept` ; en UDP, ce moment, c'est chaque datagramme.

            10.3.141.22:4455     un robot de la liste    ▶ aux autres
            10.3.141.99:51000    qui est-ce ?            ▶ à personne

        À méditer : avec quoi votre programme compare-t-il l'adresse que rend `recvfrom`, et que fait-il quand il ne
        la trouve pas ?

        Pour aller plus loin : recvfrom(2), udp(7).

misconception-queue-throws-away = ce qui trouve la file pleine est jeté
    .cause =
        La file est là pour que rien ne se perde pendant que le programme est occupé. Si elle jette ce qui n'y tient pas,
        on perd dans le programme ce que le noyau avait gardé.
    .page =
        Ce que l'on voit : un datagramme de temps en temps arrive partout ; de beaucoup d'un coup, les premiers arrivent,
        quelques-uns des derniers aussi, et entre les deux il en manque.

        Pourquoi : recevoir prend quelques microsecondes, afficher et envoyer plusieurs fois plus. Dans une rafale, le
        thread qui reçoit a vite beaucoup d'avance sur l'autre. Ce qu'il y a entre les deux doit bien être quelque part :
        dans la file. Si elle est pleine, on peut attendre (alors le tampon du noyau se remplit, et c'est lui qui jette),
        ou jeter soi-même.

            noyau ▶ recevoir ▶ [ file ] ▶ afficher, envoyer
                    vite                  lentement

        À méditer : quelle taille peut avoir une rafale, et que coûte une file qui la contient ? Que fait votre
        programme quand il ne peut rien y mettre ?

        Pour aller plus loin : en Rust, `std::sync::mpsc::channel`, et ce qui change avec `sync_channel` ; udp(7).

misconception-relays-the-text = c'est le texte qui est transmis, et non le datagramme
    .cause =
        Un texte, c'est ce qui reste d'un datagramme une fois sa fin de ligne enlevée et ses octets devenus des lettres.
        Transmettre le texte, c'est transmettre autre chose.
    .page =
        Ce que l'on voit : les lignes tapées dans un terminal passent bien ; un \r manque, un \n apparaît, des octets
        deviennent U+FFFD.

        Pourquoi : pour les gens, les octets sont décodés et la fin de ligne est enlevée. Ni l'un ni l'autre ne se
        défait : d'un U+FFFD, personne ne retrouve l'octet, et personne ne sait plus s'il y avait un \n, un \r\n ou rien.

            reçu       e9 0d 0a              é en Latin-1, et \r\n
            affiché    U+FFFD
            transmis   e9 0d 0a              et non  ef bf bd 0a

        À méditer : là où vous envoyez, avez-vous encore les octets que `recvfrom` a rendus ?

        Pour aller plus loin : RFC 3629, section 3 ; en Rust, `String::from_utf8_lossy`.

misconception-sends-from-another-socket = ce qui part vient d'un autre port que celui qui écoute
    .cause =
        L'expéditeur d'un datagramme, c'est le socket par lequel il est parti. Qui écoute à un socket et envoie par un
        second est quelqu'un d'autre pour l'autre bout, et personne ne lui répond là.
    .page =
        Ce que l'on voit : le robot entend les autres, et personne n'entend le robot ; ou le relais affiche ses lignes
        avec un port qui change à chaque lancement.

        Pourquoi : un socket qui n'est pas lié reçoit du noyau un port libre quelconque à son premier envoi. Le relais
        connaît les robots par leur IP et leur port, et prend pour un inconnu ce qui vient de ce port-là.

            écoute     10.3.141.22:4455
            envoie     10.3.141.22:51234     qui est-ce ?

        À méditer : de combien de sockets un robot a-t-il besoin ? Deux threads peuvent-ils employer le même, chacun
        dans un sens ?

        Pour aller plus loin : bind(2), sendto(2), udp(7) ; en Rust, `UdpSocket::try_clone`.

## La fin d'un programme

misconception-panics = le programme panique
    .cause =
        Une panique termine le programme, ou l'un de ses fils, là où il n'avait pas de réponse. Son message nomme la
        ligne : qu'est-ce qui ne pouvait pas arriver là, et qui est arrivé ?
    .page =
        Ce que l'on voit : « thread 'main' panicked at src/main.rs:41:10 », un message, et le programme est terminé.

        Pourquoi : `unwrap` et `expect` disent « ceci ne peut pas échouer », un indice dit « ceci est là ». Sur un
        réseau, presque tout peut échouer : un nom que personne ne connaît, un port déjà pris, un client qui part.

            thread 'main' panicked at src/main.rs:41:10:
            called `Result::unwrap()` on an `Err` value: …

        ligne 41, colonne 10 : voilà l'appel qui a échoué, et après `Err` se trouve le pourquoi.

        À méditer : que devrait faire le programme dans ce cas : continuer, le dire et finir avec le statut 1, ou
        servir le suivant ?

        Pour aller plus loin : The Rust Programming Language, chapitre 9.

misconception-crashes = le programme plante : un signal le termine
    .cause =
        Un signal que le programme s'est attiré lui-même l'a terminé. SIGSEGV : il a touché une mémoire qui n'est pas à
        lui, le plus souvent derrière la fin d'un tampon. SIGABRT : son propre environnement a trouvé le tas abîmé, la pile
        épuisée ou une erreur que personne n'a traitée.
    .page =
        Ce que l'on voit : le programme disparaît au milieu de quelque chose, sans un mot, et ses pairs reçoivent un RST.
        Avec une ligne plus courte, ou un autre jour, tout va bien.

        Pourquoi : un programme reçoit sa mémoire par pages, et le matériel avertit le noyau quand une adresse n'est dans
        aucune : SIGSEGV. Un octet écrit une place derrière un tampon n'en arrive pas encore là, il abîme ce qui se trouve
        à côté. La ligne où le programme s'arrête n'est donc souvent pas celle qui est fausse. Ce qui vient d'un réseau
        est aussi long que le pair le veut, et n'a pas d'octet nul à la fin si vous ne l'y mettez pas.

            char line[1024];
            line[length++] = c;         jusqu'à quand length est-il inférieur à 1024 ?
            printf("%s", buffer);       où le texte finit-il ?

        En Rust sans `unsafe`, cela ne peut pas arriver ; seule une pile épuisée (une fonction qui s'appelle sans fin) y
        termine un programme ainsi, et le dit sur stderr.

        À méditer : quelle était la plus longue chose arrivée avant la fin ? `gcc -g -fsanitize=address` nomme la ligne ;
        quelle est la taille de ce tampon, et qui la regarde ?

        Pour aller plus loin : signal(7) ; recv(2), sur la valeur de retour ; RFC 1122, section 1.2.2, sur ce que personne
        n'attend.

misconception-dies-in-one-thread = une exception ou une panique a terminé un thread, et non le programme
    .cause =
        Quelque chose a échoué dans un thread, et son message est sur stderr. Les autres threads n'en savent rien : le
        programme continue, sans la partie dont celui-là s'occupait.
    .page =
        Ce que l'on voit : « Exception in thread Thread-1 », ou « thread '<unnamed>' panicked at … », et le programme est
        toujours là, comme si de rien n'était. Ce que faisait ce thread, plus personne ne le fait.

        Pourquoi : une exception ou une panique remonte jusqu'à la fonction par laquelle le thread a commencé, et s'arrête
        là. Ce n'est que dans le premier thread qu'elle termine le programme. Les autres n'en sont pas avertis, à moins
        que quelqu'un ne demande : par `join`, ou parce que le thread lui-même le dit à sa fin.

            premier thread   attend le clavier … attend … attend …
            autre thread     lit ▶ ConnectionResetError ▶ disparu

        À méditer : qu'est-ce qui peut échouer dans chacun de vos threads ? Qui doit l'apprendre, et que doit faire alors
        le programme : se terminer avec le statut 1, ou continuer sans un client ?

        Pour aller plus loin : en Python, `threading.excepthook` et `os._exit` ; en Rust,
        `std::thread::JoinHandle::join`.

misconception-usage-status = un mauvais usage n'est pas signalé comme tel
    .cause =
        Ce qui ne se comprend pas sur la ligne de commande se termine par le statut 2 et une ligne sur stderr qui
        commence par `usage:`, avant que quoi que ce soit d'autre soit fait.
    .page =
        Ce que l'on voit : avec un mauvais argument, le programme fait quand même quelque chose, ou se termine avec un
        autre statut, ou sans ligne d'usage.

        Pourquoi : un script qui lance votre programme lit son statut : 0, c'est fait ; 1, cela a échoué et l'on peut
        réessayer ; 2, il a été mal appelé, et réessayer n'y changera rien. Ce qui compte comme mauvais usage est dans
        le README.

            $ votre programme nimporte-quoi
            usage: …
            $ echo $?
            2

        À méditer : quelles erreurs se voient rien qu'en regardant les arguments, sans le réseau ?

        Pour aller plus loin : exit(3) ; sysexits(3) pour une autre convention.

misconception-error-status = le statut de fin ne dit pas ce qui s'est passé
    .cause =
        Qui a lancé le programme apprend par son statut comment cela s'est passé : 0 quand le travail est fait, 1
        quand quelque chose a échoué en route.
    .page =
        Ce que l'on voit : le programme annonce une erreur, et le shell la prend pour un succès ; ou l'inverse.

        Pourquoi : `&&`, `make` et les services ne regardent que ce nombre. Un programme qui affiche « erreur » et
        quitte `main` comme d'habitude a dit 0 : tout va bien.

            votre programme && echo "ça a marché"

        À méditer : par quels chemins sort-on de votre `main`, et quel nombre donne chacun ?

        Pour aller plus loin : exit(3), wait(2) ; en Rust, `std::process::ExitCode`.

misconception-silent-error = l'erreur ne nomme pas ce qu'elle concerne
    .cause =
        Qui lit « échec » a besoin de savoir quoi et où. La ligne sur stderr nomme l'adresse, ou le fichier, dont il
        s'agit.
    .page =
        Ce que l'on voit : le programme se termine avec 1 et ne dit rien, ou rien qui apprenne l'adresse à quelqu'un.

        Pourquoi : « connection refused » tout seul peut concerner n'importe lequel de dix serveurs. Avec l'adresse, on
        sait si elle est mal tapée ou si le serveur est éteint. Et cela va sur stderr, pour que le résultat sur stdout
        reste propre.

            erreur: 192.0.2.7:8888: connection refused

        À méditer : la fonction qui échoue ne connaît souvent pas l'adresse. Qui la connaît ?

        Pour aller plus loin : perror(3), stderr(3).

misconception-tells-no-size = qu'une ligne est trop longue est dit sans aucun nombre
    .cause =
        « Trop long » ne dit ni combien mesure la ligne, ni combien elle peut mesurer. L'un des deux nombres suffirait : la
        taille de la ligne en octets, ou la limite.
    .page =
        Ce que l'on voit : le programme finit avec 1 et dit que quelque chose était trop long, ou répète les mots du
        système.

        Pourquoi : EMSGSIZE dit qu'un message n'entre pas, et ne connaît aucun nombre : le noyau laisse au programme le
        soin de le donner. Qui lit « Message too long » veut savoir combien retirer.

            erreur : Message too long                   trop long de combien ?
            erreur : 65541 octets, 65507 au plus        donc 34 de moins

        À méditer : là où l'erreur est dite, lequel des deux nombres votre programme a-t-il sous la main ?

        Pour aller plus loin : sendto(2), sous EMSGSIZE ; udp(7).

misconception-error-on-stdout = l'erreur est affichée sur stdout
    .cause =
        Ce dont le programme se plaint va sur stderr. stdout est pour le résultat, et qui le lit, un fichier ou le
        programme suivant, prendrait la plainte pour une partie de celui-ci.
    .page =
        Ce que l'on voit : au terminal, tout va bien en apparence, car les deux arrivent sur le même écran. Dans un
        tube, le message est parmi les résultats, et stderr est vide.

        Pourquoi : tout programme commence avec deux sorties, les descripteurs 1 et 2. Un tube ou un `>` ne prend que
        le 1, pour qu'une personne voie encore ce qui ne va pas.

            programme > resultat.txt      stdout vers le fichier, stderr vers l'écran

        À méditer : vers laquelle des deux écrit votre fonction d'affichage, et comment s'appelle celle qui écrit vers
        l'autre ?

        Pour aller plus loin : stderr(3).

misconception-stops-itself = le programme est suspendu par un signal
    .cause =
        Tout le programme est immobilisé par un signal (SIGSTOP, SIGTSTP, SIGTTIN …) : il ne tourne ni ne se termine
        tant que personne ne le relance.
    .page =
        Ce que l'on voit : plus rien ne bouge, et `ps` montre l'état T.

        Pourquoi : Ctrl-Z envoie SIGTSTP, un programme en arrière-plan qui lit le terminal reçoit SIGTTIN. Un programme
        peut aussi s'en envoyer un lui-même.

            ps -o pid,stat,cmd

        À méditer : quel signal était-ce, et qui l'a envoyé ?

        Pour aller plus loin : signal(7), sous les signaux d'arrêt.

misconception-prints-without-end = le programme affiche sans fin
    .cause =
        Une boucle affiche encore et encore, sans qu'on en sorte jamais et sans rien attendre. Souvent, une lecture y
        annonce la fin, ou une erreur, chaque fois à nouveau.
    .page =
        Ce que l'on voit : l'écran défile, toujours avec la même chose.

        Pourquoi : après sa fin, un flux rend 0 aussitôt, et après une erreur souvent la même erreur. Une boucle qui
        affiche quelque chose à chaque tour, et n'attend à aucun, va aussi vite que le processeur.

            votre programme | head -5

        À méditer : qu'attend votre boucle à chaque tour, et que doit-il se passer pour qu'on en sorte ?

        Pour aller plus loin : read(2), sur la valeur de retour.

misconception-takes-all-memory = le programme prend de plus en plus de mémoire
    .cause =
        Quelque chose grandit sans limite : une collection que l'on remplit et ne vide jamais, ou une taille annoncée
        par quelqu'un, et que l'on a crue.
    .page =
        Ce que l'on voit : la machine devient lente, puis le programme disparaît.

        Pourquoi : un nombre venu du réseau est une affirmation. Réserver autant que ce qui est annoncé, c'est laisser
        un inconnu décider de sa mémoire. Une file pour quelqu'un qui ne lit pas grandit aussi sans fin.

            annoncé      9223372036854775808 octets
            raisonnable  prendre ce qui vient, par morceaux de taille fixe

        À méditer : lesquelles de vos collections peuvent grandir, du fait de qui, et jusqu'où ?

        Pour aller plus loin : `top`, la colonne RES ; proc(5) sous VmRSS.

misconception-waits-for-itself = les threads du programme s'attendent les uns les autres
    .cause =
        Chaque thread attend un verrou ou un autre thread, et aucun ne peut continuer : un interblocage. Rien du
        dehors ne les réveillera.
    .page =
        Ce que l'on voit : tout est arrêté, le processeur ne fait rien, et les nouveaux clients n'ont pas de réponse.

        Pourquoi : un verrou est tenu par un thread qui attend lui-même ce qu'un autre tient. Un seul thread y suffit
        d'ailleurs : verrouiller ce que l'on a déjà verrouillé, ou attendre un thread qui nous attend.

            thread 1   tient A, veut B
            thread 2   tient B, veut A

        À méditer : quels verrous tenez-vous pendant que vous écrivez dans une connexion, ou attendez un thread ?
        Jusqu'où peut-on raccourcir cela ?

        Pour aller plus loin : futex(2) ; pthread_mutex_lock(3p).

misconception-part-left-to-write = une partie de l'ébauche reste à écrire
    .cause =
        Le programme est arrivé à un `todo!()`. Son message dit quelle partie vient ensuite, et le commentaire
        au-dessus ce qu'elle doit faire.
    .page =
        Ce que l'on voit : « not yet implemented: part 2 of 4 », et le programme s'est terminé là.

        Pourquoi : `todo!()` convient partout où du code est attendu, quel que soit son type, et panique quand on y
        arrive. Ainsi un programme compile avant d'être complet, et l'on peut essayer une partie après l'autre.

            todo!("part 2 of 4: …")

        À méditer : qu'est-ce que le programme a en main à cet endroit, et qu'attend de lui la ligne suivante ?

        Pour aller plus loin : la documentation de `std::todo`.

misconception-does-not-compile = le programme ne compile pas
    .cause =
        Le compilateur a refusé le programme. C'est sa première erreur qu'il faut lire : les suivantes en découlent
        souvent.
    .page =
        Ce que l'on voit : « error[E0308]: mismatched types », un endroit dans le fichier, et souvent une proposition.

        Pourquoi : le compilateur arrête ce dont il peut prouver que c'est faux, avant que le programme tourne. Ses
        messages sont longs parce qu'ils disent où, ce qui était attendu, et ce qui a été trouvé.

            rustc --explain E0308

        À méditer : que dit la première erreur après « expected », et que dit-elle après « found » ?

        Pour aller plus loin : `cargo check` dans le dossier de l'exercice montre la même chose, plus vite.

misconception-surplus-arguments = les arguments en trop passent inaperçus
    .cause =
        Il y avait un argument de plus que le programme n'en connaît, et il a tourné quand même. Ce qu'il ne comprend
        pas est un mauvais usage.
    .page =
        Ce que l'on voit : une faute de frappe sur la ligne de commande ne se remarque pas : le programme démarre, et
        fait autre chose que ce qui était voulu.

        Pourquoi : écrire `127.0.0.1 :8888`, avec un espace de trop, c'est donner deux arguments. Prendre le premier et
        passer sur le reste le cache, et l'on cherche l'erreur partout ailleurs. Une ligne qui commence par `usage:` la
        trouve aussitôt.

            programme 127.0.0.1:8888 de-trop
            usage: programme [ADRESSE]          statut 2

        À méditer : quand votre programme a pris les arguments qu'il connaît, regarde-t-il s'il en reste un ?

        Pour aller plus loin : exit(3) ; en Rust, `std::env::args`, et ce que rend `next` après le dernier.

misconception-tries-for-ever = ce qui a échoué est retenté sans fin
    .cause =
        Quelque chose a échoué, et le programme ne se termine pas : il dort, comme on le fait avant un nouvel essai. Qui
        l'a lancé attend avec lui, et n'en sait rien.
    .page =
        Ce que l'on voit : le programme est là sans un mot, ou dit la même chose toutes les secondes.

        Pourquoi : une adresse peut être mal tapée, et aucun nouvel essai n'y changera rien. Qui a lancé le programme,
        personne ou script, peut décider de recommencer ; il apprend l'échec par le statut et par stderr. Un programme
        qui en décide seul, sans limite, le lui enlève.

            échec ▶ l'erreur sur stderr, statut 1
            échec ▶ dormir ▶ échec ▶ dormir ▶ …

        À méditer : comment remarquerait-on que votre programme ne réussira jamais ?

        Pour aller plus loin : exit(3) ; dans un shell, `until votre programme; do sleep 1; done`.

misconception-goes-on-after-an-error = après une erreur qui devrait le terminer, le programme continue
    .cause =
        Ce qui est demandé au programme ne peut pas se faire, et il tourne comme si de rien n'était. Une erreur en route
        le termine avec le statut 1, et une ligne sur stderr qui dit pourquoi.
    .page =
        Ce que l'on voit : le programme tourne, peut-être avec une ligne sur stderr que personne ne lit, et il manque
        une partie de ce qui était demandé.

        Pourquoi : laisser quelque chose de côté est une décision. Qui a donné un nom voulait qu'il serve ; qui a tapé
        une ligne voulait qu'elle parte. Si c'est un script qui a lancé le programme, un message qui passe ne lui dit
        rien : il regarde le statut, et il n'y en a pas tant que le programme tourne.

            un nom que personne ne connaît   ▶ annoncé, statut 1
            laissé de côté                   ▶ tourne, et il en manque un

        À méditer : que fait votre programme après avoir montré l'erreur, et qui l'apprend si personne ne regarde
        l'écran ?

        Pour aller plus loin : exit(3) ; en Rust, `?` et `ExitCode` ; ce que devient un `Err` dans
        `filter_map(Result::ok)`.

misconception-end-is-no-error = la fin de l'entrée est prise pour une erreur
    .cause =
        L'entrée est arrivée à sa fin, et le programme a trébuché dessus. C'est pourtant ainsi que finit toute entrée,
        tôt ou tard.
    .page =
        Ce que l'on voit : avec Ctrl-D, ou un fichier pour entrée, une trace d'erreur apparaît, et le statut est 1.

        Pourquoi : pour certaines fonctions, la fin est une valeur (un texte vide, 0 octet, `None`), pour d'autres c'est
        une exception, comme pour `input` en Python. Quelqu'un doit alors la rattraper et la prendre pour ce qu'elle
        est : rien ne viendra plus.

            input() → "un"
            input() → EOFError     la fin, pas un échec

        À méditer : comment votre fonction dit-elle la fin de l'entrée, et que fait alors votre boucle ?

        Pour aller plus loin : read(2), sur la valeur de retour 0 ; en Python, `for ligne in sys.stdin` à côté de
        `input`.

misconception-refuses-what-is-within-bounds = une valeur juste est refusée
    .cause =
        Ce qui a été tapé est dans les limites, et a été signalé comme faux. Les limites elles-mêmes font partie de ce qui
        est juste, et ce qui est sous zéro aussi, si la limite inférieure l'est.
    .page =
        Ce que l'on voit : les valeurs du milieu passent. La plus petite, la plus grande ou les négatives sont refusées.

        Pourquoi : « de 0 à 100 » compte 101 valeurs, dont 0 et 100. Une comparaison par `<` là où il fallait `<=` en
        laisse une au bord ; un type sans signe en laisse la moitié. L'un et l'autre ne se voient qu'à la frontière, que
        l'on essaie rarement à la main.

            -180   -179   …   179   180
            juste                 juste

        À méditer : quelles sont les quatre valeurs que vous essaieriez pour être sûr de deux limites ?

        Pour aller plus loin : en Rust, `0..100` à côté de `0..=100`, `u8` à côté de `i16`.
