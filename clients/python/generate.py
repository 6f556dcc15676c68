#!/usr/bin/python3
"""Makes _api.py and _streams.py from what a running API says of itself.

    python3 generate.py                     from http://127.0.0.1:8888 (./run)
    python3 generate.py URL                 from another address
    python3 generate.py --check FOLDER URL  writes to FOLDER instead, for a comparison
"""

from __future__ import annotations

import json
import keyword
import re
import sys
import urllib.request
from pathlib import Path
from typing import Any

Schema = dict[str, Any]

SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
METHODS = ("get", "post")


def class_name(text: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", text) if word)


class Types:
    """TypedDicts of the schemas that were asked for, and of those that these name."""

    def __init__(self, schemas: dict[str, Schema]) -> None:
        self._schemas = schemas
        self._done: dict[str, str] = {}
        self.texts: list[str] = []

    def of(self, schema: Schema, name: str) -> str:
        """Returns the Python type of a schema; name: what a class is called when one has to be made."""
        if "$ref" in schema:
            return self._component(schema["$ref"].rsplit("/", 1)[-1])
        if "const" in schema:
            return f"Literal[{schema['const']!r}]"
        if "enum" in schema:
            values = ", ".join(repr(value) for value in schema["enum"] if value is not None)
            return f"Literal[{values}]" + (" | None" if None in schema["enum"] else "")
        for union in ("oneOf", "anyOf"):
            if union in schema:
                return self._union([self.of(part, f"{name}{i or ''}") for i, part in enumerate(schema[union])])
        if "allOf" in schema:
            return self.of(schema["allOf"][0], name) if len(schema["allOf"]) == 1 else "dict[str, Any]"
        kind = schema.get("type")
        if isinstance(kind, list):
            return self._union([self.of({**schema, "type": one}, name) for one in kind])
        if kind == "array":
            return f"list[{self.of(schema.get('items', {}), name + 'Item')}]"
        if kind == "object" or "properties" in schema:
            return self._object(schema, name)
        return SCALARS.get(str(kind), "Any")

    @staticmethod
    def _union(parts: list[str]) -> str:
        alone = list(dict.fromkeys(word for part in parts for word in part.split(" | ")))
        if "Any" in alone:
            return "Any"
        return " | ".join([word for word in alone if word != "None"] + (["None"] if "None" in alone else []))

    def _component(self, key: str) -> str:
        if key not in self._done:
            name = class_name(key)
            # Known before it is made: a schema may name itself.
            self._done[key] = name
            made = self.of(self._schemas[key], name)
            if made != name:
                self.texts.append(f"{name}: TypeAlias = {quoted(made)}")
        return self._done[key]

    def _object(self, schema: Schema, name: str) -> str:
        fields: dict[str, Schema] = schema.get("properties", {})
        if not fields:
            more = schema.get("additionalProperties")
            return f"dict[str, {self.of(more, name + 'Value') if isinstance(more, dict) else 'Any'}]"
        required = set(schema.get("required", []))
        types = {field: self.of(inner, name + class_name(field)) for field, inner in fields.items()}
        types = {field: kind if field in required else f"NotRequired[{kind}]" for field, kind in types.items()}
        if all(field.isidentifier() and not keyword.iskeyword(field) for field in fields):
            lines = [f"class {name}(TypedDict):"] + [f"    {field}: {kind}" for field, kind in types.items()]
        else:
            inner = ", ".join(f'"{field}": {quoted(kind)}' for field, kind in types.items())
            lines = [f'{name} = TypedDict("{name}", {{{inner}}})']
        self.texts.append("\n".join(lines))
        return name


def quoted(kind: str) -> str:
    return json.dumps(kind)


def answer_of(operation: dict[str, Any]) -> Schema | None:
    """The schema of what a success answers; None when it has no JSON."""
    for status, answer in sorted(operation.get("responses", {}).items()):
        if status.startswith("2"):
            for media, content in answer.get("content", {}).items():
                if "json" in media:
                    return content.get("schema", {})  # type: ignore[no-any-return]
    return None


def argument(name: str) -> str | None:
    """A parameter as an argument; None when it cannot be one."""
    if keyword.iskeyword(name):
        return name + "_"
    return name if name.isidentifier() else None


def overload_of(method: str, path: str, operation: dict[str, Any], parameters: list[Any], types: Types) -> str:
    base = class_name(f"{method} {path.replace('/api/v1', '')}")
    answer = answer_of(operation)
    result = "str | None" if answer is None else types.of(answer, base)
    required, optional = [], []
    for parameter in parameters:
        name = argument(parameter["name"])
        if name is None or parameter["in"] not in ("path", "query"):
            continue
        kind = types.of(parameter.get("schema", {}), base + class_name(parameter["name"]))
        if parameter.get("required"):
            required.append(f"{name}: {kind}")
        else:
            optional.append(f"{name}: {kind if kind == 'Any' or kind.endswith('None') else kind + ' | None'} = None")
    request = operation.get("requestBody", {})
    body = request.get("content", {}).get("application/json", {}).get("schema")
    arguments = [f'path: Literal["{path}"]']
    if body is not None:
        arguments.append(f"body: {types.of(body, base + 'Body')}" + ("" if request.get("required") else " | None = None"))
    if required or optional:
        arguments += ["*", *required, *optional]
    lines = "".join(f"        {one},\n" for one in ["self", *arguments])
    return f"    @overload\n    def {method}(\n{lines}    ) -> {result}: ...\n"


def api(document: dict[str, Any]) -> str:
    types = Types(document["components"]["schemas"])
    shared = document["components"].get("parameters", {})
    methods = []

    def parameters_of(*holders: dict[str, Any]) -> list[Any]:
        all_of_them = [parameter for holder in holders for parameter in holder.get("parameters", [])]
        return [shared[p["$ref"].rsplit("/", 1)[-1]] if "$ref" in p else p for p in all_of_them]

    for method in METHODS:
        overloads = [
            overload_of(method, path, item[method], parameters_of(item, item[method]), types)
            for path, item in sorted(document["paths"].items())
            if method in item
        ]
        body = "" if method == "get" else ", body: object = None"
        sent = "" if method == "get" else ", body"
        implementation = (
            f"    def {method}(self, path: str{body}, **parameters: Any) -> Any:\n"
            f'        return self._send("{method.upper()}", path, parameters{sent})\n'
        )
        methods += [*overloads, implementation]
    head = (
        '"""Made from /openapi/v1.json by generate.py: change the API and run it again."""\n\n'
        "from __future__ import annotations\n\n"
        "from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, overload\n\n"
        "from .rest import RestClient\n\n\n"
    )
    client = (
        "class Client(RestClient):\n"
        '    """The REST API: a call names a path of the description; values of {placeholders} and the query are named arguments."""\n\n'
    )
    return head + "\n\n\n".join(types.texts) + "\n\n\n" + client + "\n".join(methods)


def streams(document: dict[str, Any]) -> str:
    types = Types(document["components"]["schemas"])
    for name in sorted(document["components"]["schemas"]):
        if name.endswith("_change"):
            types.of({"$ref": f"#/components/schemas/{name}"}, "")
    head = (
        '"""Items of the streams. Made from /asyncapi.json by generate.py: change the API and run it again."""\n\n'
        "from __future__ import annotations\n\n"
        "from typing import Any, Literal, NotRequired, TypeAlias, TypedDict\n\n\n"
    )
    return head + "\n\n\n".join(types.texts) + "\n"


def read(url: str) -> dict[str, Any]:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)  # type: ignore[no-any-return]


def main() -> None:
    words = sys.argv[1:]
    folder = Path(__file__).parent / "src" / "investment_assistant"
    if words[:1] == ["--check"]:
        folder = Path(words[1])
        words = words[2:]
    url = words[0] if words else "http://127.0.0.1:8888"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "_api.py").write_text(api(read(url.rstrip("/") + "/openapi/v1.json")), encoding="utf-8")
    (folder / "_streams.py").write_text(streams(read(url.rstrip("/") + "/asyncapi.json")), encoding="utf-8")


if __name__ == "__main__":
    main()
