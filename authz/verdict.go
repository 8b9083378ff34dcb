package authz

import (
	"fmt"
	"io"
	"slices"
	"strconv"
)

// VerdictCode is the kind of answer a decision about a target gives.
type VerdictCode string

// The answers, in the order in which they are looked for.
const (
	Hidden        VerdictCode = "HIDDEN"         // the target does not exist for this viewer: NOT_FOUND
	Forbidden     VerdictCode = "FORBIDDEN"      // a permission is missing
	SelfForbidden VerdictCode = "SELF_FORBIDDEN" // nobody does this to himself
	WrongState    VerdictCode = "WRONG_STATE"    // the target is not in a state for it
	LastAdmin     VerdictCode = "LAST_ADMIN"     // nobody would be left to administer
	OutOfScope    VerdictCode = "OUT_OF_SCOPE"   // the target may do more than the viewer could give
	Allowed       VerdictCode = "ALLOWED"
)

// Verdict is the answer about one action on one target.
type Verdict struct {
	Code VerdictCode
	// Permissions that would help: any one of them, set with Forbidden. Empty
	// when no permission opens the action at all.
	Permissions []Permission
	// Message is a sentence that is safe to show; empty when allowed.
	Message string
}

// OK reports whether the action may go on.
func (d Verdict) OK() bool { return d.Code == Allowed }

func allow() Verdict { return Verdict{Code: Allowed} }

func refuse(code VerdictCode, message string) Verdict { return Verdict{Code: code, Message: message} }

func forbid(need ...Permission) Verdict {
	return Verdict{Code: Forbidden, Permissions: need, Message: "You do not have the permission for this."}
}

// need is up to two permissions of which one suffices. An array, not a slice,
// because a page of users asks hundreds of times.
type need [2]Permission

// met reports whether one of the permissions is held; the zero permission never
// is.
func (n need) met(held Set) bool { return held.Has(n[0]) || held.Has(n[1]) }

func (n need) list() []Permission { return SetOf(n[:]...).List() }

// Statuses of rows, as the database writes them.
const (
	statusPending   = "PENDING"
	statusActive    = "ACTIVE"
	statusSuspended = "SUSPENDED"
	statusDeleted   = "DELETED"
	statusExpired   = "EXPIRED"
)

// writeEnum writes a GraphQL enum value as JSON. The writer's error is the
// transport's to notice: gqlgen's marshalers cannot return one.
func writeEnum(w io.Writer, name string) {
	_, _ = io.WriteString(w, strconv.Quote(name))
}

// readEnum checks that v is one of the values of a string enum.
func readEnum[T ~string](v any, values []T) (T, error) {
	s, ok := v.(string)
	if !ok {
		return "", fmt.Errorf("authz: want an enum value, not %T", v)
	}
	if !slices.Contains(values, T(s)) {
		return "", fmt.Errorf("authz: %q is not one of %v", s, values)
	}
	return T(s), nil
}
