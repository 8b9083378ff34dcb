// Package request answers what is known about the HTTP request behind a
// context before anybody is signed in: its id, the address it came from and
// the program that sent it. The audit log and the session list store these;
// the server's middleware is the only writer.
package request

import "context"

// Info describes one request. The zero value stands for work that no request
// caused, such as a job.
type Info struct {
	ID        string // of the caller's choice when it is sane, else generated
	IP        string // textual address without a port; empty when not known
	UserAgent string // as sent, cut to 300 bytes
}

type contextKey struct{}

// WithInfo gives a context that carries what is known about the request.
func WithInfo(ctx context.Context, info Info) context.Context {
	return context.WithValue(ctx, contextKey{}, info)
}

// FromContext is what is known about the request, the zero value outside of one.
func FromContext(ctx context.Context) Info {
	info, _ := ctx.Value(contextKey{}).(Info)
	return info
}

// ID is the id of the request, empty outside of one.
func ID(ctx context.Context) string { return FromContext(ctx).ID }
