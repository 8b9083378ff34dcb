package session

import (
	"context"
	"net/http"
	"time"

	"tenantry/authz"
	"tenantry/internal/database"
)

// OwnCookieName is the cookie that keeps the token of staff's own session while
// the other holds that of a customer's user.
const OwnCookieName = "tenantry_own_session"

// Enter makes the answer set the cookie to the token of an impersonation, and
// keep the session that the cookie held beside it until Restore. It answers
// false, and does nothing, for a request whose own session is in no cookie.
func Enter(ctx context.Context, token string, expires time.Time) bool {
	j, ok := ctx.Value(jarKey{}).(*jar)
	if !ok || j.held == nil || j.held.Impersonation != nil {
		return false
	}
	// No end of its own: it goes with the browser, or by Restore.
	j.set(&http.Cookie{Name: OwnCookieName, Value: j.text})
	j.set(&http.Cookie{Name: CookieName, Value: token, Expires: expires.UTC()})
	return true
}

// Restore brings staff's own session back into the cookie, when the cookie
// holds no other own session, and answers whether it did. The rest of the
// request goes on in it.
func (s *Service) Restore(ctx context.Context) (bool, error) {
	j, ok := ctx.Value(jarKey{}).(*jar)
	if !ok || j.own == "" || j.held != nil && j.held.Impersonation == nil {
		return false, nil
	}
	own := j.own
	j.dropOwn()
	k, err := s.recognise(ctx, own)
	if err != nil || k.viewer.Impersonation != nil || !k.viewer.Staff() {
		ClearCookie(ctx)
		authz.Become(ctx, nil)
		if err == errNoSession { //nolint:errorlint // it is never wrapped
			err = nil
		}
		return false, err
	}
	j.set(&http.Cookie{Name: CookieName, Value: own, Expires: k.expires.UTC()})
	authz.Become(ctx, k.viewer)
	return true, nil
}

// Leave is Restore for a request whose session has just been ended: without an
// own session to go back to, nobody is signed in any more.
func (s *Service) Leave(ctx context.Context) (restored bool, err error) {
	if v := authz.FromContext(ctx); v != nil {
		s.cache.forget(v.SessionID) // the next request may come before the notification
	}
	authz.Become(ctx, nil)
	ClearCookie(ctx)
	return s.Restore(ctx)
}

// endOwn ends the session that is kept beside the cookie: who signs out, or
// signs in as somebody else, leaves nothing behind.
func (s *Service) endOwn(ctx context.Context, reason string) {
	j, ok := ctx.Value(jarKey{}).(*jar)
	if !ok || j.own == "" {
		return
	}
	own := j.own
	j.dropOwn()
	k, err := s.lookUp(ctx, own)
	if err != nil {
		return
	}
	v := k.viewer
	if _, err := s.end(database.WithReseller(ctx, v.ResellerID), v, v.SessionID, reason); err != nil {
		s.cfg.Log.WarnContext(ctx, "cannot end the session kept beside a cookie", "error", err)
	}
}

func (j *jar) dropOwn() {
	j.own = ""
	j.set(&http.Cookie{Name: OwnCookieName, MaxAge: -1, Expires: time.Unix(1, 0).UTC()})
}
