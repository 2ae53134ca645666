"""What every answer of the house carries, whatever was asked: looked at for each answer that any test gets."""

from collections.abc import Mapping

WHOLE = {
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
LOOSE = ("unsafe-inline", "unsafe-eval", "*", "http:", "https:")


def faults(headers: Mapping[str, str]) -> list[str]:
    """What is missing or too loose among the headers of an answer."""
    found = [name for name, value in WHOLE.items() if headers.get(name) != value]
    policy = headers.get("Content-Security-Policy", "")
    if not policy.startswith("default-src 'none'") or any(word in policy for word in LOOSE):
        found.append(f"Content-Security-Policy: {policy}")
    return found + [f"{name} tells what runs here" for name in ("X-Powered-By",) if name in headers]
