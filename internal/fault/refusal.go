package fault

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"
)

// Code tells a client why a rule of the business refused a change. The values
// are those of the MutationErrorCode enum.
type Code string

// The closed list of refusal codes.
const (
	Required           Code = "REQUIRED"
	Invalid            Code = "INVALID"
	TooLong            Code = "TOO_LONG"
	Taken              Code = "TAKEN"
	Missing            Code = "NOT_FOUND"
	Stale              Code = "STALE"
	Conflict           Code = "CONFLICT"
	LimitReached       Code = "LIMIT_REACHED"
	SeatLimitReached   Code = "SEAT_LIMIT_REACHED"
	AlreadyMember      Code = "ALREADY_MEMBER"
	AlreadyInvited     Code = "ALREADY_INVITED"
	DisposableEmail    Code = "DISPOSABLE_EMAIL"
	Duplicate          Code = "DUPLICATE"
	Expired            Code = "EXPIRED"
	TokenInvalid       Code = "TOKEN_INVALID"
	WeakPassword       Code = "WEAK_PASSWORD"
	InvalidCredentials Code = "INVALID_CREDENTIALS"
	AccountSuspended   Code = "ACCOUNT_SUSPENDED"
	SelfForbidden      Code = "SELF_FORBIDDEN"
	LastAdmin          Code = "LAST_ADMIN"
	RoleOutOfScope     Code = "ROLE_OUT_OF_SCOPE"
	RoleConflict       Code = "ROLE_CONFLICT"
	ModuleAdminOnly    Code = "MODULE_ADMIN_ONLY"
	Immutable          Code = "IMMUTABLE"
	WrongState         Code = "WRONG_STATE"
	NotAllowed         Code = "FORBIDDEN"
	IdempotencyReused  Code = "IDEMPOTENCY_KEY_REUSED"
	FeatureDisabled    Code = "FEATURE_DISABLED"
	FeatureNotEntitled Code = "FEATURE_NOT_ENTITLED"
	SeatsInUse         Code = "SEATS_IN_USE"
	InsufficientCredit Code = "INSUFFICIENT_CREDITS"
	ConsentRequired    Code = "CONSENT_REQUIRED"
)

// Ref names a record by its kind ("user", "organization", …) and key, so that
// the edge can print the public id.
type Ref struct {
	Kind string
	ID   uuid.UUID
}

// Refusal is one reason why nothing was written. Path starts at the
// mutation's arguments: ["input", "items", "2", "email"].
type Refusal struct {
	Code    Code
	Message string
	Path    []string
	Related []Ref
}

// Refusals is the error a capability returns when its rules say no. A payload
// shows them all; nothing was written.
type Refusals []Refusal

// Error lists the codes, for the log.
func (r Refusals) Error() string {
	parts := make([]string, len(r))
	for i, x := range r {
		parts[i] = fmt.Sprintf("%s at %s", x.Code, strings.Join(x.Path, "."))
	}
	return "refused: " + strings.Join(parts, ", ")
}

// Refuse makes a single refusal at a dotted argument path ("input.email").
func Refuse(code Code, path, format string, args ...any) Refusals {
	return Refusals{{Code: code, Message: fmt.Sprintf(format, args...), Path: Path(path)}}
}

// Path splits a dotted argument path; the empty path stays empty.
func Path(dotted string) []string {
	if dotted == "" {
		return nil
	}
	return strings.Split(dotted, ".")
}

// Add appends a refusal.
func (r *Refusals) Add(code Code, path, format string, args ...any) {
	*r = append(*r, Refuse(code, path, format, args...)...)
}

// At tells whether the value at a dotted argument path was refused already.
func (r Refusals) At(path string) bool {
	return slices.ContainsFunc(r, func(x Refusal) bool { return strings.Join(x.Path, ".") == path })
}

// Collect takes over the refusals of an error, but those of values that were
// refused already, and answers what else went wrong.
func (r *Refusals) Collect(err error) error {
	more, ok := errors.AsType[Refusals](err)
	if !ok {
		return err
	}
	before := slices.Clone(*r)
	for _, x := range more {
		if !before.At(strings.Join(x.Path, ".")) {
			*r = append(*r, x)
		}
	}
	return nil
}

// Err is nil when nothing was refused.
func (r Refusals) Err() error {
	if len(r) == 0 {
		return nil
	}
	return r
}
