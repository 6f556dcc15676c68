#!/usr/bin/env python3
"""Writes THIRD-PARTY-NOTICES.md from the licence metadata of the packages that the published programs carry.

After a build:  build/notices.py            (a test fails while a package is missing in the file)
"""
import json
import os
import pathlib
import re
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = ["Api", "MarketSimulator"]


def shipped():
    """Packages with a file that is published, by name and version, with the programs that carry them."""
    found = {}
    for program in PROGRAMS:
        assets = json.loads((ROOT / "src" / program / "obj" / "project.assets.json").read_text())
        folders = [pathlib.Path(f) for f in assets["packageFolders"]]
        for target in assets["targets"].values():
            for key, library in target.items():
                runs = [*library.get("runtime", {}), *library.get("runtimeTargets", {}), *library.get("resource", {})]
                if library["type"] != "package" or all(r.endswith("_._") for r in runs):
                    continue
                path = assets["libraries"][key]["path"]
                folder = next(f / path for f in folders if (f / path).is_dir())
                found.setdefault(key, (folder, set()))[1].add(program)
    return found


def metadata(folder):
    root = xml.parse(next(folder.glob("*.nuspec"))).getroot()
    for element in root.iter():
        element.tag = re.sub(r"\{.*\}", "", element.tag)
    package = root.find("metadata")

    def text(name):
        element = package.find(name)
        return " ".join((element.text or "").split()) if element is not None else ""

    licence = package.find("license")
    file = ""
    if licence is None:
        name = text("licenseUrl")
    elif licence.get("type") == "file":
        name, file = "text below", licence.text.strip()
    else:
        name = licence.text.strip()
    return {
        "licence": name or "not stated",
        "text": (folder / file.replace("\\", "/")).read_text(encoding="utf-8-sig", errors="replace") if file else "",
        "copyright": text("copyright") or text("authors"),
        "project": text("projectUrl"),
    }


def main():
    lines = [
        "# Third-party notices",
        "",
        "Packages whose files the published programs carry, with what each says of itself in its metadata. Made by `build/notices.py`; not edited by hand. The .NET",
        "runtime of the image has notices of its own (`/usr/share/dotnet/ThirdPartyNotices.txt`). The program itself has no licence yet: see CONTRIBUTING.md.",
        "",
        "| package | version | licence | copyright or authors | project |",
        "| --- | --- | --- | --- | --- |",
    ]
    texts = []
    for key, (folder, _) in sorted(shipped().items(), key=lambda p: p[0].lower()):
        name, version = key.split("/")
        data = metadata(folder)
        cells = [name, version, data["licence"], data["copyright"], data["project"]]
        lines.append("| " + " | ".join(c.replace("|", "/") for c in cells) + " |")
        if data["text"]:
            body = "\n".join(line.rstrip() for line in data["text"].strip().splitlines())
            texts.append(f"\n## {name}\n\n```\n{body}\n```")
    # What the page of the streams is bundled from; the list is made with it (build/api-tools/streams-page/bundle.js).
    page = (ROOT / "src" / "Api" / "wwwroot" / "streams.licences.txt").read_text(encoding="utf-8").strip()
    texts.append(f"\n## The script of /docs/streams\n\n````\n{page}\n````")
    (ROOT / "THIRD-PARTY-NOTICES.md").write_text("\n".join(lines + texts) + "\n", encoding="utf-8")
    print(f"THIRD-PARTY-NOTICES.md: {len(lines) - 7} packages, {len(texts)} licence texts")


if __name__ == "__main__":
    os.umask(0o022)
    main()
