package session

import (
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"strconv"
	"time"

	"tenantry/internal/fault"
	"tenantry/internal/request"
)

// maxSSOBody bounds a request for a sign-in link, in bytes.
const maxSSOBody = 4096

// SSOHandler answers POST /sso/exchange: an account's own system trades the
// account's token, as bearer or in the body, for a link that signs a user in.
// Failures have the shape of the API: errors, no data.
func (s *Service) SSOHandler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		var body struct {
			Token      string `json:"token"`
			Email      string `json:"email"`
			ExternalID string `json:"externalId"`
		}
		if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
			problem(w, r, http.StatusUnsupportedMediaType, string(fault.BadUserInput), "Send JSON, as application/json.")
			return
		}
		decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxSSOBody))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&body); err != nil || decoder.More() {
			problem(w, r, http.StatusBadRequest, string(fault.BadUserInput), "Send one JSON object with email or externalId.")
			return
		}
		if bearer, _ := credentials(r); bearer != "" {
			if body.Token != "" && body.Token != bearer {
				problem(w, r, http.StatusBadRequest, string(fault.BadUserInput), "Send one token, as bearer or in the body.")
				return
			}
			body.Token = bearer
		}
		link, err := s.SSOExchange(r.Context(), SSORequest{
			Token: body.Token, Email: body.Email, ExternalID: body.ExternalID, IP: request.FromContext(r.Context()).IP,
		})
		if err != nil {
			s.refuseSSO(w, r, err)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]string{ // the client has gone, or reads it
			"url": link.URL, "expiresAt": link.ExpiresAt.UTC().Format("2006-01-02T15:04:05.000Z07:00"),
		})
	})
}

func (s *Service) refuseSSO(w http.ResponseWriter, r *http.Request, err error) {
	if refused, ok := errors.AsType[fault.Refusals](err); ok && len(refused) > 0 {
		status := http.StatusForbidden
		switch refused[0].Code {
		case fault.TokenInvalid:
			status = http.StatusUnauthorized
			w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
		case fault.Invalid:
			status = http.StatusBadRequest
		case fault.Missing:
			status = http.StatusNotFound
		case fault.Conflict:
			status = http.StatusConflict
		}
		problem(w, r, status, string(refused[0].Code), refused[0].Message)
		return
	}
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Kind == fault.RateLimited {
		seconds := int((e.RetryAfter + time.Second - 1) / time.Second)
		w.Header().Set("Retry-After", strconv.Itoa(max(seconds, 1)))
		problem(w, r, http.StatusTooManyRequests, string(e.Kind), "Too many requests. Wait a moment and try again.")
		return
	}
	s.cfg.Log.ErrorContext(r.Context(), "cannot answer a single sign-on", "error", err)
	problem(w, r, http.StatusInternalServerError, string(fault.Internal), "Something went wrong on our side.")
}

// problem refuses a request in the shape of GraphQL: errors, no data.
func problem(w http.ResponseWriter, r *http.Request, status int, code, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{ // the client has gone, or reads it
		"message":    message,
		"extensions": map[string]any{"code": code, "requestId": request.FromContext(r.Context()).ID},
	}}})
}
