// Package fault answers what kind of failure an error is: the closed list of
// kinds a client can tell apart, and the refusals a mutation reports beside a
// form field. It knows no transport; graph/errors.go is the one switch that
// turns these into GraphQL.
package fault

import (
	"errors"
	"fmt"
	"time"
)

// Kind names a failure of the whole request or of one field. The values are
// the extensions.code values of the API.
type Kind string

// The closed list of kinds.
const (
	Unauthenticated Kind = "UNAUTHENTICATED"  // no valid session or key
	Forbidden       Kind = "FORBIDDEN"        // the policy says no
	BadUserInput    Kind = "BAD_USER_INPUT"   // an argument is wrong
	NotFound        Kind = "NOT_FOUND"        // absent, or not visible to the caller
	RateLimited     Kind = "RATE_LIMITED"     // too many attempts; see Error.RetryAfter
	StepUpRequired  Kind = "STEP_UP_REQUIRED" // a fresh proof of identity is needed
	Impersonated    Kind = "IMPERSONATED"     // not in a session that staff opened with loginAs
	Unavailable     Kind = "UNAVAILABLE"      // a dependency is away; try again
	Internal        Kind = "INTERNAL"         // everything else; its text never leaves
)

// Error is a failure with a kind and a sentence that is safe to show. The
// wrapped cause is for the log alone.
type Error struct {
	Kind       Kind
	Message    string
	Path       []string      // argument path, for BadUserInput
	Permission []string      // permissions of which one was needed, for Forbidden
	RetryAfter time.Duration // for RateLimited
	Err        error         // cause, never shown
}

// Error is the log's text: kind, sentence and cause.
func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s: %s: %v", e.Kind, e.Message, e.Err)
	}
	return fmt.Sprintf("%s: %s", e.Kind, e.Message)
}

// Unwrap gives the cause to errors.Is and errors.As.
func (e *Error) Unwrap() error { return e.Err }

// New makes an error of a kind with a safe sentence.
func New(kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...)}
}

// Input makes a BadUserInput error at an argument path such as
// ("where", "and", "2").
func Input(path []string, format string, args ...any) *Error {
	return &Error{Kind: BadUserInput, Message: fmt.Sprintf(format, args...), Path: path}
}

// KindOf finds the kind of an error; what was not made here is Internal.
func KindOf(err error) Kind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return Internal
}
