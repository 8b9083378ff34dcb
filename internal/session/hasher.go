package session

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"
)

// DefaultHashParams are the least that OWASP's password storage cheat sheet
// asks of argon2id: 19 MiB, two passes, one lane.
func DefaultHashParams() argon2id.Params {
	return argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}
}

// Bounds of what a stored hash may demand, so that a damaged row cannot stop
// the program.
const (
	maxHashMemory     = 1 << 20 // KiB
	maxHashIterations = 64
)

// Hasher hashes and verifies passwords, so many at a time that neither memory
// nor processors run out.
type Hasher struct {
	// Params is what new hashes are made with.
	Params argon2id.Params
	// Observe, when set, is told of each computation: "hash", "verify" or
	// "dummy". It must be safe for concurrent use.
	Observe func(operation string)

	slots chan struct{}
	dummy string
}

// NewHasher makes a Hasher that computes two passwords a processor at a time.
func NewHasher(params argon2id.Params) *Hasher {
	blank := func(n uint32) string { return base64.RawStdEncoding.EncodeToString(make([]byte, n)) }
	return &Hasher{
		Params: params,
		slots:  make(chan struct{}, 2*runtime.NumCPU()),
		// A hash that costs what any other costs and that no password is
		// known to match.
		dummy: fmt.Sprintf("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s", params.Memory, params.Iterations,
			params.Parallelism, blank(params.SaltLength), blank(params.KeyLength)),
	}
}

// Hash makes the text to store for a password. The same letters composed in
// another way are the same password.
func (h *Hasher) Hash(ctx context.Context, password string) (string, error) {
	if err := h.enter(ctx, "hash"); err != nil {
		return "", err
	}
	defer h.leave()
	hash, err := argon2id.CreateHash(norm.NFC.String(password), &h.Params)
	if err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	return hash, nil
}

// Verify tells whether the password matches the stored hash, and whether that
// hash is stale: made with other parameters than those of today.
func (h *Hasher) Verify(ctx context.Context, password, hash string) (ok, stale bool, err error) {
	return h.verify(ctx, "verify", password, hash)
}

// Dummy costs what Verify costs and matches nothing: it hides that there was
// nothing to compare with.
func (h *Hasher) Dummy(ctx context.Context, password string) error {
	_, _, err := h.verify(ctx, "dummy", password, h.dummy)
	return err
}

func (h *Hasher) verify(ctx context.Context, operation, password, hash string) (ok, stale bool, err error) {
	params, _, _, err := argon2id.DecodeHash(hash)
	if err == nil && !sane(params) {
		err = errors.New("unreasonable parameters")
	}
	if err != nil {
		return false, false, fmt.Errorf("read stored password hash: %w", err)
	}
	if err := h.enter(ctx, operation); err != nil {
		return false, false, err
	}
	defer h.leave()
	ok, err = argon2id.ComparePasswordAndHash(norm.NFC.String(password), hash)
	if err != nil {
		return false, false, fmt.Errorf("verify password: %w", err)
	}
	return ok, ok && *params != h.Params, nil
}

func sane(p *argon2id.Params) bool {
	return p.Memory > 0 && p.Memory <= maxHashMemory && p.Iterations > 0 && p.Iterations <= maxHashIterations &&
		p.Parallelism > 0 && p.SaltLength >= 8 && p.KeyLength >= 16
}

func (h *Hasher) enter(ctx context.Context, operation string) error {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return fmt.Errorf("wait to %s a password: %w", operation, ctx.Err())
	}
	if h.Observe != nil {
		h.Observe(operation)
	}
	return nil
}

func (h *Hasher) leave() { <-h.slots }
