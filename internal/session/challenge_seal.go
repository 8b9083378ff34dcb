package session

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
)

// vault keeps what must not be readable in the database. Each use has a key of
// its own, derived from the program's secret.
type vault struct {
	random     io.Reader
	challenges cipher.AEAD // states of sign_in_challenges
	totp       cipher.AEAD // secrets of authenticator apps
	codes      []byte      // key of recovery code hashes
}

// errSealed says that a sealed text was changed, or belongs elsewhere.
var errSealed = errors.New("sealed text does not open")

func newVault(secret []byte, random io.Reader) (*vault, error) {
	v := &vault{random: random}
	for use, into := range map[string]*cipher.AEAD{"sign-in challenges": &v.challenges, "authenticator secrets": &v.totp} {
		key, err := deriveKey(secret, use)
		if err != nil {
			return nil, err
		}
		block, err := aes.NewCipher(key)
		if err != nil {
			return nil, fmt.Errorf("session: make cipher of %s: %w", use, err)
		}
		if *into, err = cipher.NewGCM(block); err != nil {
			return nil, fmt.Errorf("session: make cipher of %s: %w", use, err)
		}
	}
	var err error
	v.codes, err = deriveKey(secret, "recovery codes")
	return v, err
}

func deriveKey(secret []byte, use string) ([]byte, error) {
	key, err := hkdf.Key(sha256.New, secret, nil, "tenantry "+use, 32)
	if err != nil {
		return nil, fmt.Errorf("session: derive key of %s: %w", use, err)
	}
	return key, nil
}

// seal encrypts text so that it opens at the same place alone, which about
// names: a row cannot be moved to another user.
func (v *vault) seal(with cipher.AEAD, text []byte, about string) ([]byte, error) {
	nonce := make([]byte, with.NonceSize(), with.NonceSize()+len(text)+with.Overhead())
	if _, err := io.ReadFull(v.random, nonce); err != nil {
		return nil, fmt.Errorf("make nonce: %w", err)
	}
	return with.Seal(nonce, nonce, text, []byte(about)), nil
}

func (v *vault) open(with cipher.AEAD, sealed []byte, about string) ([]byte, error) {
	if len(sealed) < with.NonceSize() {
		return nil, errSealed
	}
	text, err := with.Open(nil, sealed[:with.NonceSize()], sealed[with.NonceSize():], []byte(about))
	if err != nil {
		return nil, errSealed
	}
	return text, nil
}

// mac is a keyed hash: without the program's secret nobody can try texts.
func mac(key []byte, parts ...string) []byte {
	m := hmac.New(sha256.New, key)
	for _, p := range parts {
		fmt.Fprintf(m, "%d:%s", len(p), p)
	}
	return m.Sum(nil)
}
