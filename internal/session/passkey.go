package session

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/url"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"
)

// DefaultPublicURL is where browsers find a product that says nothing else.
const DefaultPublicURL = "http://localhost"

// passkeys asks browsers for passkeys of this installation's domain.
type passkeys struct{ web *webauthn.WebAuthn }

// newPasskeys binds passkeys to the host of the public address. Browsers make
// none for a bare network address: where the product is opened by one, in
// development, localhost stands for it, with the same port.
func newPasskeys(publicURL string) (*passkeys, error) {
	at, err := url.Parse(cmp.Or(publicURL, DefaultPublicURL))
	if err != nil || at.Hostname() == "" {
		return nil, errors.New("session: the public address has no host")
	}
	host, origin := at.Hostname(), at.Scheme+"://"+at.Host
	if net.ParseIP(host) != nil {
		host, origin = "localhost", at.Scheme+"://localhost"
		if port := at.Port(); port != "" {
			origin += ":" + port
		}
	}
	web, err := webauthn.New(&webauthn.Config{
		RPID: host, RPDisplayName: "Tenantry", RPOrigins: []string{origin},
		AttestationPreference: protocol.PreferNoAttestation,
	})
	if err != nil {
		return nil, fmt.Errorf("session: configure passkeys: %w", err)
	}
	return &passkeys{web}, nil
}

// owner is a user as an authenticator knows him. The handle names the reseller
// too, because a passkey may be shown before anybody is known.
type owner struct {
	handle        []byte
	name, display string
	credentials   []webauthn.Credential
}

func (o owner) WebAuthnID() []byte                         { return o.handle }
func (o owner) WebAuthnName() string                       { return o.name }
func (o owner) WebAuthnDisplayName() string                { return o.display }
func (o owner) WebAuthnCredentials() []webauthn.Credential { return o.credentials }

func handleOf(reseller, user uuid.UUID) []byte {
	return append(append(make([]byte, 0, 32), reseller[:]...), user[:]...)
}

func (p *person) owner() owner {
	return owner{handle: handleOf(p.resellerID, p.id), name: p.email, display: p.displayName}
}

// passkeyOwner reads whom a browser's answer claims to be of.
func passkeyOwner(raw json.RawMessage) (reseller, user uuid.UUID, err error) {
	parsed, err := protocol.ParseCredentialRequestResponseBytes(raw)
	if err != nil {
		return uuid.Nil, uuid.Nil, fmt.Errorf("read passkey: %w", err)
	}
	handle := parsed.Response.UserHandle
	if len(handle) != 32 {
		return uuid.Nil, uuid.Nil, errors.New("the passkey names no user")
	}
	copy(reseller[:], handle)
	copy(user[:], handle[16:])
	return reseller, user, nil
}

// question asks for one of the passkeys of a user; alone says that it must
// prove by itself who is there, so the device checks a finger or a PIN.
func (k *passkeys) question(o owner, held []heldPasskey, alone bool) (json.RawMessage, *webauthn.SessionData, error) {
	o.credentials = credentialsOf(held)
	options, state, err := k.web.BeginLogin(o, webauthn.WithUserVerification(verification(alone)))
	return answerable(options, state, err)
}

// anybody asks for any passkey of this domain.
func (k *passkeys) anybody() (json.RawMessage, *webauthn.SessionData, error) {
	options, state, err := k.web.BeginDiscoverableLogin(webauthn.WithUserVerification(verification(true)))
	return answerable(options, state, err)
}

// creation asks for a new passkey.
func (k *passkeys) creation(o owner, held []heldPasskey, issuer string) (json.RawMessage, *webauthn.SessionData, error) {
	options, state, err := k.web.BeginRegistration(o,
		webauthn.WithRegistrationRelyingPartyName(issuer),
		webauthn.WithExclusions(webauthn.Credentials(credentialsOf(held)).CredentialDescriptors()),
		webauthn.WithAuthenticatorSelection(protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementPreferred, UserVerification: protocol.VerificationPreferred,
		}))
	return answerable(options, state, err)
}

func verification(alone bool) protocol.UserVerificationRequirement {
	if alone {
		return protocol.VerificationRequired
	}
	return protocol.VerificationPreferred
}

func answerable(options any, state *webauthn.SessionData, err error) (json.RawMessage, *webauthn.SessionData, error) {
	if err != nil {
		return nil, nil, fmt.Errorf("ask for a passkey: %w", err)
	}
	text, err := json.Marshal(options)
	if err != nil {
		return nil, nil, fmt.Errorf("ask for a passkey: %w", err)
	}
	return text, state, nil
}

func credentialsOf(held []heldPasskey) []webauthn.Credential {
	out := make([]webauthn.Credential, len(held))
	for i, k := range held {
		out[i] = k.credential
	}
	return out
}
