// Passkeys: turns what the server asks into what the browser understands, and the browser's answer into text. No outside request.
"use strict";
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  async function sign(options) {
    const asked = { ...options.publicKey, challenge: bytes(options.publicKey.challenge), allowCredentials: known(options.publicKey.allowCredentials) };
    const made = await navigator.credentials.get({ publicKey: asked });
    return wrapped(made, {
      clientDataJSON: text(made.response.clientDataJSON),
      authenticatorData: text(made.response.authenticatorData),
      signature: text(made.response.signature),
      userHandle: made.response.userHandle ? text(made.response.userHandle) : null,
    });
  }

  async function create(options, alone) {
    const asked = options.publicKey;
    const selection = { ...asked.authenticatorSelection, residentKey: alone ? "required" : "discouraged", requireResidentKey: alone };
    if (alone) selection.userVerification = "required";
    const made = await navigator.credentials.create({
      publicKey: {
        ...asked, authenticatorSelection: selection, challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) }, excludeCredentials: known(asked.excludeCredentials),
      },
    });
    const transports = made.response.getTransports ? made.response.getTransports() : [];
    return wrapped(made, { clientDataJSON: text(made.response.clientDataJSON), attestationObject: text(made.response.attestationObject), transports });
  }

  function wrapped(made, response) {
    return {
      type: made.type, id: made.id, rawId: text(made.rawId), response,
      authenticatorAttachment: made.authenticatorAttachment || null, clientExtensionResults: made.getClientExtensionResults(),
    };
  }

  async function options(form) {
    const stored = document.getElementById("passkey-options");
    if (stored) return JSON.parse(stored.textContent);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error("no options");
    return answer.json();
  }

  async function perform(form) {
    const asked = await options(form);
    const alone = "alone" in form.dataset || (form.elements.passwordless ? form.elements.passwordless.checked : false);
    const answer = form.dataset.passkey === "add" ? await create(asked.creation_options, alone) : await sign(asked.request_options);
    form.elements.credential.value = JSON.stringify(answer);
    form.submit();
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      perform(form).catch(() => document.querySelectorAll("[data-passkey-trouble]").forEach((line) => { line.hidden = false; }));
    });
  }
})();
