package directory

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

const (
	grantRetention = 30 * 24 * time.Hour // how long a role that has ended can be seen
	sweepUsers     = 100                 // users of one transaction
)

// SweepRoleGrants tells of the roles of one reseller that began or ended by
// themselves since it last ran: in the audit log, to whoever watches, to the
// user by mail; and removes those that ended thirty days ago. They count, or do
// not, without it. Each is told once, however many processes sweep: who locks
// the user's row tells. It answers how many beginnings and ends were told.
func (s *Service) SweepRoleGrants(ctx context.Context, reseller uuid.UUID) (int, error) {
	ctx = database.WithReseller(ctx, reseller)
	told := 0
	for {
		n, more := 0, false
		err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) (err error) {
			n, more, err = s.sweepSome(ctx, tx)
			return err
		})
		if err != nil {
			return told, fmt.Errorf("sweep roles of reseller %s: %w", reseller, err)
		}
		if told += n; !more {
			break
		}
	}
	_, err := s.DB.Client().RoleAssignment.Delete().Where(roleassignment.ExpiresAtLT(s.Now().Add(-grantRetention))).Exec(ctx)
	if err != nil {
		return told, fmt.Errorf("remove old roles of reseller %s: %w", reseller, err)
	}
	return told, nil
}

// sweepEveryRoleGrant is SweepRoleGrants for all resellers; one that fails
// keeps none of the others waiting.
func (s *Service) sweepEveryRoleGrant(ctx context.Context) (int, error) {
	ids, err := s.DB.Resellers(ctx)
	told, errs := 0, []error{err}
	for _, id := range ids {
		n, err := s.SweepRoleGrants(ctx, id)
		told += n
		errs = append(errs, err)
	}
	return told, errors.Join(errs...)
}

// dueGrants are assignments that began or ended since that was last told.
func dueGrants(now time.Time) func(*sql.Selector) {
	return func(s *sql.Selector) {
		untold := func(column string) *sql.Predicate {
			return sql.And(sql.LTE(s.C(column), now), sql.P(func(b *sql.Builder) {
				b.Ident(s.C(column)).WriteString(" > coalesce(").Ident(s.C("announced_at")).WriteString(", ").Ident(s.C("created_at")).WriteString(")")
			}))
		}
		s.Where(sql.Or(untold("starts_at"), untold("expires_at")))
	}
}

// sweepSome tells of some users' roles. Rows of others are left to whoever
// holds them.
func (s *Service) sweepSome(ctx context.Context, tx *database.Tx) (told int, more bool, err error) {
	now := s.Now()
	due, err := tx.Client.RoleAssignment.Query().Where(dueGrants(now)).Select(roleassignment.FieldUserID).Limit(sweepUsers).All(ctx)
	if err != nil || len(due) == 0 {
		return 0, false, wrap("look for roles that began or ended", err)
	}
	var ids []uuid.UUID
	for _, a := range due {
		ids = append(ids, a.UserID)
	}
	users, err := tx.Client.User.Query().Where(anyOf[uuid.UUID](user.FieldID, ids)).Order(db.Asc(user.FieldID)).
		ForUpdate(sql.WithLockAction(sql.SkipLocked)).All(ctx)
	if err != nil {
		return 0, false, fmt.Errorf("lock users whose roles began or ended: %w", err)
	}
	for _, u := range users {
		n, err := s.sweepUser(ctx, tx, u, now)
		if err != nil {
			return 0, false, err
		}
		told += n
	}
	return told, told > 0 && len(due) == sweepUsers, nil
}

func (s *Service) sweepUser(ctx context.Context, tx *database.Tx, u *db.User, now time.Time) (int, error) {
	rows, err := tx.Client.RoleAssignment.Query().Where(roleassignment.UserID(u.ID), dueGrants(now)).WithRole().
		Order(db.Asc(roleassignment.FieldID)).All(ctx) // as they are now that the user is locked
	if err != nil || len(rows) == 0 {
		return 0, wrap("read roles that began or ended", err)
	}
	var began, ended []string
	ids, factor := make([]uuid.UUID, len(rows)), false
	for i, a := range rows {
		ids[i] = a.ID
		if grantOf(a).ended(now) {
			ended = append(ended, a.Edges.Role.Name)
			continue
		}
		began = append(began, a.Edges.Role.Name)
		factor = factor || a.Edges.Role.TwoFactorRequired
	}
	slices.Sort(began)
	slices.Sort(ended)
	if err := tx.Client.RoleAssignment.Update().Where(roleassignment.IDIn(ids...)).SetAnnouncedAt(now).Exec(ctx); err != nil {
		return 0, fmt.Errorf("mark roles of user %s as told: %w", u.ID, err)
	}
	if err := tx.Client.User.Update().Where(user.ID(u.ID)).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return 0, fmt.Errorf("change user %s: %w", u.ID, err)
	}
	if factor {
		open, err := sessionsWithoutFactor(ctx, tx, now, u.ID)
		if err != nil {
			return 0, err
		}
		if err := s.endWithoutFactor(ctx, tx, u, open); err != nil {
			return 0, err
		}
	}
	return len(rows), s.tellRoles(ctx, tx, nil, []*db.User{u}, began, ended)
}

// wrap names what failed; nil stays nil.
func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}
