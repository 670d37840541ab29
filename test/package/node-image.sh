#!/bin/sh
# node-image.sh <node> <npm's folder> <registry> <image.tar>
# The files of an image like node:24-slim, from programs on this machine, because tests do not use the network.
set -eu
image=$(mktemp -d)
chmod 755 "$image"
trap 'rm -rf "$image"' EXIT
mkdir -p "$image/bin" "$image/usr/bin" "$image/etc" "$image/home/node"
for program in "$1" "$(command -v sh)" "$(command -v mkdir)" "$(command -v chown)" "$(command -v env)"; do
  cp -L "$program" "$image/bin/"
  ldd "$program" | grep -o '/[^ ]*' | while read -r library; do
    mkdir -p "$image$(dirname "$library")"
    cp -L "$library" "$image$library"
  done
done
mv "$image/bin/env" "$image/usr/bin/"
mkdir -p "$image/lib/node_modules"
cp -R "$2" "$image/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$image/bin/npm"
mkdir -m 1777 "$image/tmp"
echo "registry=$3" > "$image/etc/npmrc"
printf 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n' > "$image/etc/passwd"
printf 'root:x:0:\nnode:x:1000:\n' > "$image/etc/group"
tar -C "$image" --owner=0 --group=0 -cf "$4" .
