# Ce que disent les commandes elles-mêmes.
