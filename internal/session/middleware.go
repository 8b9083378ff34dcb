package session

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"tenantry/authz"
	"tenantry/internal/fault"
)

// Middleware puts the viewer of the request into its context, where
// authz.FromContext finds him. A bearer token goes before a cookie. A token
// that is no good answers 401; with a cookie that is no good the request goes
// on without a viewer, so that a browser can sign in again. It is not removed:
// the answer to a request that was on its way while the browser changed to
// another session would remove the new one.
func (s *Service) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		jar := &jar{header: w.Header(), insecure: s.cfg.InsecureCookie}
		ctx := context.WithValue(r.Context(), jarKey{}, jar)
		ctx = authz.NewContext(ctx, nil) // an empty seat, for signing in
		bearer, cookie := credentials(r)
		text := bearer
		if text == "" {
			text, jar.text = cookie, cookie
			if c, err := r.Cookie(OwnCookieName); err == nil {
				jar.own = c.Value
			}
		}
		if text == "" {
			next.ServeHTTP(w, r.WithContext(ctx))
			return
		}
		viewer, err := s.Authenticate(ctx, text)
		switch {
		case err == nil:
			ctx = authz.NewContext(ctx, viewer)
			if bearer == "" {
				jar.held = viewer
			}
		case !errors.Is(err, errNoSession):
			s.cfg.Log.ErrorContext(ctx, "cannot read the session", "error", err)
			answer(w, r, http.StatusServiceUnavailable, fault.Unavailable, "The session cannot be read at the moment. Try again.")
			return
		case bearer != "":
			w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
			answer(w, r, http.StatusUnauthorized, fault.Unauthenticated, errNoSession.Message)
			return
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// credentials reads both places a token can be in. Other schemes than Bearer
// are not ours. An empty bearer token is still one, and a wrong one.
func credentials(r *http.Request) (bearer, cookie string) {
	for _, line := range r.Header.Values("Authorization") {
		scheme, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if !strings.EqualFold(scheme, "Bearer") {
			continue
		}
		if bearer != "" {
			return "two bearer tokens", "" // no saying which is meant
		}
		if bearer = strings.TrimSpace(rest); bearer == "" {
			bearer = "no token"
		}
	}
	if c, err := r.Cookie(CookieName); err == nil {
		cookie = c.Value
	}
	return bearer, cookie
}

// answer refuses the whole request in the shape of GraphQL: errors, no data.
func answer(w http.ResponseWriter, r *http.Request, status int, kind fault.Kind, message string) {
	body, err := json.Marshal(map[string]any{"errors": []any{map[string]any{
		"message":    message,
		"extensions": map[string]any{"code": kind},
	}}})
	if err != nil {
		http.Error(w, http.StatusText(status), status)
		return
	}
	contentType := "application/json"
	if strings.Contains(r.Header.Get("Accept"), "application/graphql-response+json") {
		contentType = "application/graphql-response+json"
	}
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(append(body, '\n')) // the client has gone, or reads it
}
