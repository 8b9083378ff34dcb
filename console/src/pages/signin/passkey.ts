type Parsing = typeof PublicKeyCredential & { parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions }

/** Asks the browser for a passkey; the answer is what the server takes. */
export async function answerPasskey(options: unknown): Promise<unknown> {
  const { publicKey } = options as { publicKey?: unknown }
  const request = (PublicKeyCredential as Parsing).parseRequestOptionsFromJSON(publicKey ?? options)
  const credential = (await navigator.credentials.get({ publicKey: request })) as PublicKeyCredential | null
  if (!credential) throw new Error('No passkey was chosen.')
  return (credential as PublicKeyCredential & { toJSON(): unknown }).toJSON()
}
