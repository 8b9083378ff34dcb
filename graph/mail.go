package graph

import (
	"context"
	"fmt"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
)

// deadMails says how mails that were given up are read.
var deadMails = entity[db.DeadMail]{
	name:     "dead mails",
	types:    []string{"DeadMail", "Node"},
	key:      func(m *db.DeadMail) uuid.UUID { return m.ID },
	siblings: func(m *db.DeadMail) *[]*db.DeadMail { return &m.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "user_id", "created_at"},
	columns: map[string][]string{
		"id": {}, "user": {}, "createdAt": {}, "kind": {"kind"}, "email": {"email"}, "failure": {"failure"},
		"attempts": {"attempts"}, "resentAt": {"resent_at"},
	},
}

// deadMailsByTime is the one order of mails that were given up, the newest first.
var deadMailsByTime = connection.MustOrder(deadMails.id(), connection.Term[db.DeadMail]{
	Column: "created_at", Kind: connection.Time, Desc: true, Value: func(m *db.DeadMail) any { return m.CreatedAt },
})

func (r *Resolver) deadMailList(ctx context.Context, args connection.Args, where *model.DeadMailWhereInput) (*model.DeadMailConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	p := newPlace()
	rows := connection.And(within(v, r.Authorizer.Reach(v, authz.MailRead), "organization_id"), deadMailConditions(p, where))
	if err := p.fault(); err != nil {
		return nil, err
	}
	l, err := fetch(ctx, deadMails, r.client().DeadMail.Query(), args, rows, deadMailsByTime)
	if err != nil {
		return nil, err
	}
	return &model.DeadMailConnection{
		Edges: edges(l, func(m *db.DeadMail, cursor string) *model.DeadMailEdge {
			return &model.DeadMailEdge{Node: m, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(),
	}, nil
}

func deadMailConditions(p place, w *model.DeadMailWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	var kind, resent connection.Filter
	if f := w.Kind.Value(); f != nil {
		kind = p.Listed("kind", f.In.Value(), f.NotIn.Value(), func(names []string) connection.Filter {
			return sql.FieldIn("kind", jobKinds(names)...)
		})
	}
	if again := w.Resent.Value(); again != nil {
		never := !*again
		resent = p.Time("resent", "resent_at", connection.TimeCompare{IsNull: &never})
	}
	return connection.And(
		logic(p, w.And, w.Or, w.Not, deadMailConditions),
		p.ids("id", "id", deadMailPrefix, w.ID.Value()),
		p.ids("userId", "user_id", userPrefix, w.UserID.Value()),
		p.anyCase("email", "email", w.Email.Value()),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
		kind, resent,
	)
}

// mailJob marks the jobs that are mails; the API names a mail without it.
const mailJob = "mail_"

// jobKinds are the kinds of jobs of mails by their stable names.
func jobKinds(names []string) []string {
	kinds := make([]string, len(names))
	for i, name := range names {
		kinds[i] = mailJob + name
	}
	return kinds
}

// visibleDeadMails reads the mails among ids that the viewer may see.
func (r *Resolver) visibleDeadMails(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.DeadMail, error) {
	v := authz.FromContext(ctx)
	return byID(ctx, deadMails, r.client().DeadMail.Query(), ids, cols, func(m *db.DeadMail) bool {
		return r.Authorizer.Has(v, []uuid.UUID{m.OrganizationID, m.AccountID, v.RootID}, authz.MailRead)
	})
}

// mailKind is the name of a mail without what marks its job.
func mailKind(m *db.DeadMail) string { return strings.TrimPrefix(m.Kind, mailJob) }

func deadMailPayload(m *db.DeadMail, err error) (*model.DeadMailPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.DeadMailPayload{DeadMail: m, Errors: errs}, nil
}

// mailSender reads the name mails are sent under.
func (r *Resolver) mailSender(ctx context.Context) (*model.MailSender, error) {
	found, err := r.client().Reseller.Query().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the reseller: %w", err)
	}
	return &model.MailSender{Name: directory.SenderName(found)}, nil
}

func mailSenderPayload(changed *db.Reseller, err error) (*model.MailSenderPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.MailSenderPayload{Errors: errs}, err)
	}
	return &model.MailSenderPayload{MailSender: &model.MailSender{Name: directory.SenderName(changed)}, Errors: errs}, nil
}
