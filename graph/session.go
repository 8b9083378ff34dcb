package graph

import (
	"context"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// sessions says how sessions are read.
var sessions = entity[db.Session]{
	name:     "sessions",
	types:    []string{"Session", "Node"},
	key:      func(s *db.Session) uuid.UUID { return s.ID },
	siblings: func(s *db.Session) *[]*db.Session { return &s.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "user_id", "ip", "user_agent", "created_at", "last_seen_at", "expires_at", "proven_at", "two_factor", "impersonation_id"},
	columns: map[string][]string{
		"id": {}, "user": {}, "device": {}, "ipAddress": {}, "createdAt": {}, "lastSeenAt": {}, "expiresAt": {}, "current": {},
		"twoFactor": {}, "provenUntil": {}, "impersonated": {},
	},
}

// sessionsByStart is the one order of sessions, the newest first.
var sessionsByStart = connection.MustOrder(sessions.id(), connection.Term[db.Session]{
	Column: "created_at", Kind: connection.Time, Desc: true, Value: func(s *db.Session) any { return s.CreatedAt },
})

// ownSessions is the condition of the viewer's open sessions.
func (r *Resolver) ownSessions(v *authz.Viewer) connection.Filter {
	open := connection.And(
		sql.FieldEQ("user_id", v.UserID), sql.FieldIsNull("revoked_at"), sql.FieldGT("expires_at", r.Now()))
	if v.Impersonation != nil { // where the user is signed in is none of the staff's business
		open = connection.And(open, sql.FieldEQ("id", v.SessionID))
	}
	return open
}

func (r *Resolver) sessionList(ctx context.Context, args connection.Args) (*model.SessionConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	l, err := fetch(ctx, sessions, r.client().Session.Query(), args, r.ownSessions(v), sessionsByStart)
	if err != nil {
		return nil, err
	}
	return &model.SessionConnection{
		Edges: edges(l, func(s *db.Session, cursor string) *model.SessionEdge {
			return &model.SessionEdge{Node: s, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

// openSessions reads the open sessions among ids that are the viewer's own.
func (r *Resolver) openSessions(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.Session, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	return byID(ctx, sessions, r.client().Session.Query().Where(r.ownSessions(v)), ids, sessions.base, nil)
}

// provenUntil is until when a session needs no further proof, nil when it needs
// one now.
func provenUntil(s *db.Session, now time.Time) *time.Time {
	until := s.ProvenAt.Add(authz.StepUpWindow)
	if s.ImpersonationID != nil || !now.Before(until) { // staff has not proven to be the user
		return nil
	}
	return &until
}

// device puts a User-Agent header into words, such as "Firefox on Windows".
func device(agent string) string {
	// The first match counts: most browsers also name those they descend from.
	browser := firstOf(agent, "Edg/", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "FxiOS/", "Firefox",
		"CriOS/", "Chrome", "Chrome/", "Chrome", "Version/", "Safari", "curl/", "curl")
	system := firstOf(agent, "iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "Windows", "Windows",
		"CrOS", "ChromeOS", "Mac OS X", "macOS", "Macintosh", "macOS", "Linux", "Linux")
	switch {
	case browser != "" && system != "":
		return browser + " on " + system
	case browser+system != "":
		return browser + system
	}
	name, _, _ := strings.Cut(agent, "/")
	name, _, _ = strings.Cut(name, " ")
	if name == "" || name == "Mozilla" || len(name) > 40 {
		return "Unknown device"
	}
	return name
}

// firstOf takes pairs of a mark and its meaning and answers the meaning of the
// first mark that occurs in text.
func firstOf(text string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if strings.Contains(text, pairs[i]) {
			return pairs[i+1]
		}
	}
	return ""
}
