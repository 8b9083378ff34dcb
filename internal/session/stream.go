package session

import (
	"context"
	"net/http"

	"tenantry/authz"
)

// Token is the token a request came with, a bearer's before a cookie's, and
// whether it stood in the cookie; "" when there is none.
func Token(r *http.Request) (text string, cookie bool) {
	bearer, inCookie := credentials(r)
	if bearer != "" {
		return bearer, false
	}
	return inCookie, inCookie != ""
}

// Recheck is Authenticate for a stream that asks again and again: a page that
// is left open is no sign of life, so its session ends like any other.
func (s *Service) Recheck(ctx context.Context, text string) (*authz.Viewer, error) {
	k, err := s.lookUp(ctx, text)
	if err != nil {
		return nil, err
	}
	return k.viewer, nil
}
