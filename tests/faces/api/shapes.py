"""Holds an answer against its shape: the part of JSON Schema that the api's description uses, written here a second time."""

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
KNOWN = {"type", "properties", "required", "additionalProperties", "items", "enum", "$ref", "description", "format", "pattern", "minimum"}


def faults(value, shape, document, at="$"):
    """What of a value does not have the shape, by place."""
    assert set(shape) <= KNOWN, f"this reader does not know {set(shape) - KNOWN}"
    if "$ref" in shape:
        return faults(value, named(shape["$ref"], document), document, at)
    wanted = shape.get("type", [])
    wanted = wanted if isinstance(wanted, list) else [wanted]
    if wanted and not any(isinstance(value, TYPES[each]) and not (each == "integer" and isinstance(value, bool)) for each in wanted):
        return [f"{at}: {value!r} is no {wanted}"]
    if "enum" in shape and value not in shape["enum"]:
        return [f"{at}: {value!r} is not one of {shape['enum']}"]
    found = []
    if isinstance(value, dict):
        found += [f"{at}: {name} is missing" for name in shape.get("required", []) if name not in value]
        for name, each in value.items():
            inner = shape.get("properties", {}).get(name, shape.get("additionalProperties", True))
            if inner is False:
                found.append(f"{at}: {name} is not told of")
            elif isinstance(inner, dict):
                found += faults(each, inner, document, f"{at}.{name}")
    if isinstance(value, list) and "items" in shape:
        for number, each in enumerate(value):
            found += faults(each, shape["items"], document, f"{at}[{number}]")
    return found


def named(reference, document):
    found = document
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return found
