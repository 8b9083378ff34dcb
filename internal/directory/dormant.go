package directory

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/auditevent"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/predicate"
	"tenantry/ent/db/reseller"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/mail"
)

// When accounts lie idle, and how often that is told.
const (
	DormantDays    = 90
	DormantEvery   = 7 * 24 * time.Hour
	dormantSubject = "users.dormant_reported" // action of the line that remembers when it was told last
)

// ReportDormant mails the administrators of every reseller which active
// accounts nobody has signed in to for 90 days: reseller administrators about
// all of them, tenant administrators about those of their own tenant. A
// reseller is reported on once a week, however often and by however many
// processes this is called; the log remembers the last time. It answers how
// many mails were asked for. [000]
func (s *Service) ReportDormant(ctx context.Context) (int, error) {
	return s.eachReseller(ctx, func(ctx context.Context) (int, error) {
		id, err := database.ResellerOf(ctx)
		if err != nil {
			return 0, err
		}
		sent := 0
		err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
			sent = 0
			r, err := tx.Client.Reseller.Query().Where(reseller.ID(id)).ForUpdate().Only(ctx)
			if err != nil {
				return fmt.Errorf("lock reseller: %w", err)
			}
			told, err := tx.Client.AuditEvent.Query().Where(auditevent.Action(dormantSubject), auditevent.CreatedAtGT(s.Now().Add(-DormantEvery))).Exist(ctx)
			if err != nil || told {
				return ignoreNone("look for the last report", err)
			}
			sent, err = s.reportDormant(ctx, tx, r)
			return err
		})
		return sent, err
	})
}

// dormant holds for active users who have not signed in for long, nor were
// added lately.
func dormant(now time.Time) predicate.User {
	since := now.AddDate(0, 0, -DormantDays)
	return user.And(user.StatusEQ(user.StatusACTIVE), user.CreatedAtLT(since), user.Or(user.LastLoginAtIsNil(), user.LastLoginAtLT(since)))
}

func (s *Service) reportDormant(ctx context.Context, tx *database.Tx, r *db.Reseller) (int, error) {
	var counts []struct {
		Organization uuid.UUID `sql:"organization_id"`
		N            int       `sql:"n"`
	}
	err := tx.Client.User.Query().Where(dormant(s.Now())).Modify(func(q *sql.Selector) {
		q.Select(q.C(user.FieldOrganizationID), sql.As(sql.Count("*"), "n")).GroupBy(q.C(user.FieldOrganizationID))
	}).Scan(ctx, &counts)
	if err != nil || len(counts) == 0 {
		return 0, ignoreNone("count dormant users", err)
	}
	all, idle := 0, map[uuid.UUID]int{}
	for _, c := range counts {
		all += c.N
		idle[c.Organization] = c.N
	}
	admins, err := tx.Client.User.Query().Where(user.StatusEQ(user.StatusACTIVE),
		user.Or(user.ResellerRoleEQ(user.ResellerRoleRESELLER_ADMIN), user.UserTypeEQ(user.UserTypeTENANT_ADMIN))).
		Order(db.Asc(user.FieldID)).Select(user.FieldOrganizationID).All(ctx)
	if err != nil {
		return 0, fmt.Errorf("read administrators: %w", err)
	}
	first := map[uuid.UUID][]uuid.UUID{}
	var mails []river.JobArgs
	for _, a := range admins {
		count := idle[a.OrganizationID]
		rows := []predicate.User{dormant(s.Now()), user.OrganizationID(a.OrganizationID)}
		if a.OrganizationID == r.RootOrganizationID {
			count, rows = all, rows[:1]
		}
		if count == 0 {
			continue
		}
		if first[a.OrganizationID] == nil {
			first[a.OrganizationID], err = tx.Client.User.Query().Where(rows...).
				Order(user.ByLastLoginAt(sql.OrderNullsFirst()), db.Asc(user.FieldID)).Limit(mail.MaxDormant).IDs(ctx)
			if err != nil {
				return 0, fmt.Errorf("read dormant users: %w", err)
			}
		}
		mails = append(mails, DormantAccountsMail{
			ResellerID: r.ID, UserID: a.ID, OrganizationID: a.OrganizationID, Days: DormantDays, Count: count, DormantIDs: first[a.OrganizationID],
		})
	}
	if err := s.enqueue(ctx, tx, mails...); err != nil {
		return 0, err
	}
	root, err := tx.Client.Organization.Query().Where(organization.ID(r.RootOrganizationID)).Only(ctx)
	if err != nil {
		return 0, fmt.Errorf("read root organization: %w", err)
	}
	return len(mails), audit.Record(ctx, tx, organizationEvent(root, s.Now(), dormantSubject, audit.Text("users", "", fmt.Sprint(all))))
}
