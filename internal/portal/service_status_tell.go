package portal

import (
	"context"
	"fmt"
	"strings"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/releasenote"
	"tenantry/ent/db/role"
	"tenantry/ent/db/rolepermission"
	"tenantry/ent/db/serviceincidentnews"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/directory"
)

// tellBatch is how many people one step of telling everybody looks at.
const tellBatch = 500

// TellArgs asks for everybody to be told who holds service_status:subscribe and
// wants to hear: a step writes the mails of some and the next step, in one
// transaction. What is told is one of the two.
type TellArgs struct {
	ResellerID uuid.UUID  `json:"reseller_id"`
	NewsID     *uuid.UUID `json:"news_id,omitempty"` // of an incident
	NoteID     *uuid.UUID `json:"note_id,omitempty"` // a release note
	After      uuid.UUID  `json:"after"`             // users up to here have been told
}

// Kind of job.
func (TellArgs) Kind() string { return "service_status_tell" }

// InsertOpts lets a step that was cut short be repeated without a second row.
func (TellArgs) InsertOpts() river.InsertOpts { return once() }

// IncidentMail tells a subscriber of a piece of news about an incident.
type IncidentMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	NewsID     uuid.UUID `json:"news_id"`
	UserID     uuid.UUID `json:"user_id"`
}

// Kind of job.
func (IncidentMail) Kind() string { return "mail_service_incident" }

// InsertOpts lets nobody be told twice.
func (IncidentMail) InsertOpts() river.InsertOpts { return once() }

// ReleaseNoteMail tells a subscriber what is new in a release.
type ReleaseNoteMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	NoteID     uuid.UUID `json:"note_id"`
	UserID     uuid.UUID `json:"user_id"`
}

// Kind of job.
func (ReleaseNoteMail) Kind() string { return "mail_release_note" }

// InsertOpts lets nobody be told twice.
func (ReleaseNoteMail) InsertOpts() river.InsertOpts { return once() }

func once() river.InsertOpts { return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}} }

// tell is a step of telling everybody. What is gone meanwhile is not told.
func (s *Service) tell(ctx context.Context, a TellArgs, batch int) error {
	ctx = database.WithReseller(ctx, a.ResellerID)
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if there, err := a.there(ctx, tx.Client); err != nil || !there {
			return err
		}
		candidates, err := s.candidates(ctx, tx.Client, a, batch)
		if err != nil || len(candidates) == 0 {
			return err
		}
		readers, err := s.entitled(ctx, tx.Client, a.ResellerID, candidates)
		if err != nil {
			return err
		}
		args := make([]river.JobArgs, 0, len(readers)+1)
		for _, u := range readers {
			args = append(args, a.mail(u.ID))
		}
		if len(candidates) == batch {
			a.After = candidates[batch-1].ID
			args = append(args, a)
		}
		return s.enqueue(ctx, tx, args...)
	})
}

func (a TellArgs) mail(userID uuid.UUID) river.JobArgs {
	if a.NewsID != nil {
		return IncidentMail{ResellerID: a.ResellerID, NewsID: *a.NewsID, UserID: userID}
	}
	return ReleaseNoteMail{ResellerID: a.ResellerID, NoteID: *a.NoteID, UserID: userID}
}

// there reports whether what is to be told still exists.
func (a TellArgs) there(ctx context.Context, client *db.Client) (there bool, err error) {
	switch {
	case a.NewsID != nil:
		there, err = client.ServiceIncidentNews.Query().Where(serviceincidentnews.ID(*a.NewsID)).Exist(ctx)
	case a.NoteID != nil:
		there, err = client.ReleaseNote.Query().Where(releasenote.ID(*a.NoteID)).Exist(ctx)
	}
	if err != nil {
		return false, fmt.Errorf("look whether there is still something to tell: %w", err)
	}
	return there, nil
}

// candidates are the next active users who hold a role that may subscribe and
// have not opted out, by their ids.
func (s *Service) candidates(ctx context.Context, client *db.Client, a TellArgs, batch int) ([]*db.User, error) {
	roles, err := s.subscribing(ctx, client)
	if err != nil {
		return nil, err
	}
	wanted := "release_notes"
	if a.NewsID != nil {
		wanted = "incidents"
	}
	held := func(sel *entsql.Selector) {
		id, reseller := sel.C(user.FieldID), sel.C(user.FieldResellerID)
		sel.Where(entsql.P(func(b *entsql.Builder) {
			b.WriteString(`(EXISTS (SELECT FROM "role_assignments" AS "ra" WHERE "ra"."reseller_id" = `).Ident(reseller).
				WriteString(` AND "ra"."user_id" = `).Ident(id).WriteString(` AND "ra"."role_id" = ANY(`).Arg(pq.Array(roles.ids)).WriteString(`))`)
			b.WriteString(` OR EXISTS (SELECT FROM "memberships" AS "m" WHERE "m"."reseller_id" = `).Ident(reseller).
				WriteString(` AND "m"."user_id" = `).Ident(id).WriteString(` AND "m"."client_access" = ANY(`).Arg(pq.Array(roles.access)).WriteString(`))`)
			b.WriteString(` OR `).Ident(sel.C(user.FieldResellerRole)).WriteString(` = ANY(`).Arg(pq.Array(roles.fixed)).WriteString(`)`)
			b.WriteString(` OR `).Ident(sel.C(user.FieldUserType)).WriteString(` = ANY(`).Arg(pq.Array(roles.fixed)).WriteString(`))`)
			b.WriteString(` AND NOT EXISTS (SELECT FROM "status_subscriptions" AS "st" WHERE "st"."reseller_id" = `).Ident(reseller).
				WriteString(` AND "st"."user_id" = `).Ident(id).WriteString(` AND NOT "st"."` + wanted + `")`)
		}))
	}
	found, err := client.User.Query().Where(user.IDGT(a.After), user.StatusEQ(user.StatusACTIVE), held).
		Order(db.Asc(user.FieldID)).Limit(batch).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read who is to be told: %w", err)
	}
	return found, nil
}

// rolesHeld are the roles with a permission, by where they are stored.
type rolesHeld struct {
	ids    []string // rows of roles
	fixed  []string // reseller roles and user types
	access []string // of memberships
}

// subscribing are the roles that may hear of the service: what the policy gives
// the built-in ones, and what is in the custom ones.
func (s *Service) subscribing(ctx context.Context, client *db.Client) (rolesHeld, error) {
	var held rolesHeld
	custom, err := client.RolePermission.Query().Where(rolepermission.Permission(authz.ServiceStatusSubscribe.Name())).All(ctx)
	if err != nil {
		return held, fmt.Errorf("read custom roles that subscribe: %w", err)
	}
	for _, c := range custom {
		held.ids = append(held.ids, c.RoleID.String())
	}
	system, err := client.Role.Query().Where(role.System(true)).All(ctx)
	if err != nil {
		return held, fmt.Errorf("read built-in roles: %w", err)
	}
	for _, r := range system {
		if !s.Authorizer.Policy().Allowed(r.Key).Has(authz.ServiceStatusSubscribe) {
			continue
		}
		held.ids = append(held.ids, r.ID.String())
		held.fixed = append(held.fixed, strings.ToUpper(r.Key))
		if access, ok := strings.CutPrefix(r.Key, "client_"); ok {
			held.access = append(held.access, strings.ToUpper(access))
		}
	}
	return held, nil
}

// entitled are those of the users who hold the permission now, with everything
// that takes it away: denials, memberships that are closed, roles that have not
// begun or have ended.
func (s *Service) entitled(ctx context.Context, client *db.Client, reseller uuid.UUID, users []*db.User) ([]*db.User, error) {
	held, err := directory.Held(ctx, client, s.now(), users...)
	if err != nil {
		return nil, err
	}
	root, err := client.Organization.Query().Where(organization.KindEQ(organization.KindRESELLER)).OnlyID(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the root of reseller %s: %w", reseller, err)
	}
	var may []*db.User
	for _, u := range users {
		v := &authz.Viewer{UserID: u.ID, ResellerID: reseller, RootID: root, OrganizationID: u.OrganizationID, AccountID: u.AccountID, Assignments: held[u.ID]}
		if s.Authorizer.Anywhere(v).Has(authz.ServiceStatusSubscribe) {
			may = append(may, u)
		}
	}
	return may, nil
}
