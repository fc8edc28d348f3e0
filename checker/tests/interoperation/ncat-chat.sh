# `ncat --chat` is called as the exercise calls its relay.
bind=${1:-0.0.0.0:6000}
exec ncat --chat -l "${bind%:*}" "${bind##*:}"
