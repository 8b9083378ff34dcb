package session

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"time"

	"tenantry/authz"
)

// CookieName is the cookie that holds a browser's token.
const CookieName = "tenantry_session"

// jar lets code behind the middleware set the cookie of the answer.
type jar struct {
	mu       sync.Mutex
	header   http.Header
	insecure bool
	held     *authz.Viewer // whose session the cookie of the request holds, nil when it holds none
	text     string        // that cookie
	own      string        // token that staff keeps beside it while in a customer's portal
}

type jarKey struct{}

// SetCookie makes the answer set the cookie to a token, until it expires. It
// replaces what was set before. Outside of the middleware it does nothing.
func SetCookie(ctx context.Context, token string, expires time.Time) {
	set(ctx, &http.Cookie{Value: token, Expires: expires.UTC()})
}

// ClearCookie makes the answer remove the cookie.
func ClearCookie(ctx context.Context) {
	set(ctx, &http.Cookie{MaxAge: -1, Expires: time.Unix(1, 0).UTC()})
}

func set(ctx context.Context, c *http.Cookie) {
	j, ok := ctx.Value(jarKey{}).(*jar)
	if !ok {
		return
	}
	c.Name = CookieName
	j.set(c)
}

func (j *jar) set(c *http.Cookie) {
	c.Path, c.HttpOnly, c.SameSite, c.Secure = "/", true, http.SameSiteLaxMode, !j.insecure
	j.mu.Lock()
	defer j.mu.Unlock()
	const field = "Set-Cookie"
	var others []string
	for _, line := range j.header[field] {
		if !strings.HasPrefix(line, c.Name+"=") {
			others = append(others, line)
		}
	}
	j.header[field] = append(others, c.String())
}
