"""The form of a page as a browser holds it: what is sent when nothing is touched."""

from html.parser import HTMLParser


class Controls(HTMLParser):
    """Names and values of the main form (the one that the program checks itself), as a browser would send them."""

    def __init__(self, text):
        super().__init__()
        self.sent, self.inside, self.name, self.chosen = {}, False, "", False
        self.feed(text)

    def put(self, name, value):
        self.sent.setdefault(name, []).append(value)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = "novalidate" in given
        if not self.inside:
            return
        if tag == "input" and given.get("name"):
            if given.get("type") not in ("radio", "checkbox") or "checked" in given:
                self.put(given["name"], given.get("value", ""))
        elif tag in ("select", "textarea"):
            self.name, self.text, self.chosen = given["name"], "", tag == "textarea"
        elif tag == "option" and "selected" in given:
            self.put(self.name, given.get("value", ""))

    def handle_data(self, text):
        if self.chosen:
            self.text += text

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        if tag == "textarea" and self.inside:
            self.put(self.name, self.text.lstrip("\n").replace("\n", "\r\n"))
            self.chosen = False


def shown(client, address):
    """What the form at the address sends when nothing in it is touched."""
    return {name: values if len(values) > 1 else values[0] for name, values in Controls(client.get(address).content.decode()).sent.items()}
