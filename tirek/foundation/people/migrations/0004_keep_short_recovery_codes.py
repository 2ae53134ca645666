"""Recovery codes drawn while they had eight digits stay good: they are kept one by one, since longer ones would be drawn from the same seed."""

import hmac
from hashlib import sha1
from typing import Any

from django.db import migrations

from tirek.foundation.people.sealing import seal, sealer
from tirek.ground.proof.sealing import SealRefused

NUMBER, DIGITS = 10, 8


def short_codes(seed: str, used: int) -> list[str]:
    """The codes of a seed that are not used yet, as they were drawn with eight digits."""
    drawn, found = hmac.new(seed.encode("ascii"), digestmod=sha1), []
    for number in range(NUMBER):
        drawn.update(f"{number:3},".encode())
        found.append(str(int.from_bytes(drawn.digest()[: DIGITS // 2], "big") % 10**DIGITS).zfill(DIGITS))
    return [code for number, code in enumerate(found) if not used & (1 << number)]


def keep_short_codes(apps: Any, schema_editor: Any) -> None:
    """Each set of codes that is still drawn from its seed becomes a list of its unused codes, sealed. A set whose key is not here is left as it is."""
    for codes in apps.get_model("mfa", "Authenticator").objects.filter(type="recovery_codes"):
        try:
            seed = sealer().open(codes.data["seed"])
        except (KeyError, SealRefused):
            continue
        kept = [seal(code) for code in short_codes(seed, codes.data.get("used_mask", 0))]
        codes.data = {name: told for name, told in codes.data.items() if name not in {"seed", "used_mask"}} | {"migrated_codes": kept}
        codes.save(update_fields=["data"])


class Migration(migrations.Migration):
    """Data alone."""

    dependencies = [("people", "0003_rightrequest"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [migrations.RunPython(keep_short_codes, migrations.RunPython.noop)]
