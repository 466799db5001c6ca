#!/usr/bin/env bash
# Runs once, when Gradescope builds the image: Node and the kit's packages.
set -euo pipefail
apt-get update
apt-get install -y --no-install-recommends ca-certificates curl
curl -fsSL https://deb.nodesource.com/setup_22.x | bash -
apt-get install -y --no-install-recommends nodejs
cd /autograder/source/kit
npm ci --omit=dev
