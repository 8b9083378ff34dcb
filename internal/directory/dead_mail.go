package directory

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/deadmail"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/mail"
)

const (
	// DeadMailRetention is how long a mail that was given up can be seen and
	// sent again.
	DeadMailRetention = 90 * 24 * time.Hour

	buryTimeout = 10 * time.Second
	maxFailure  = 500 // runes
)

// bury keeps a mail that was given up. A job has one dead mail, whoever works
// it and however often: the row's key is made of the job's. l is nil when the
// letter could not even be composed.
func (p *post) bury(ctx context.Context, job *rivertype.JobRow, l *letter, cause error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), buryTimeout)
	defer cancel()
	return p.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		row := tx.Client.DeadMail.Create().SetID(deadMailID(job)).SetKind(job.Kind).SetJob(job.EncodedArgs).
			SetFailure(failureText(cause)).SetAttempts(job.Attempt).SetCreatedAt(p.Now())
		if l != nil {
			row.SetAccountID(l.to.AccountID).SetOrganizationID(l.to.OrganizationID).SetUserID(l.to.ID).SetEmail(mail.Recipient(l.mail))
		} else {
			r, err := tx.Client.Reseller.Query().Only(ctx)
			if err != nil {
				return fmt.Errorf("read reseller of job %d: %w", job.ID, err)
			}
			row.SetAccountID(r.RootOrganizationID).SetOrganizationID(r.RootOrganizationID).SetUserID(uuid.Nil).SetEmail("")
		}
		err := row.OnConflict(entsql.ConflictColumns(deadmail.FieldResellerID, deadmail.FieldID)).DoNothing().Exec(ctx)
		if err != nil && !errors.Is(err, sql.ErrNoRows) { // no row: it is kept already
			return fmt.Errorf("keep dead mail of job %d: %w", job.ID, err)
		}
		return nil
	})
}

// deadMailID is the same for each attempt at a job. Like other keys it begins
// with a time, that of the job, so that rows of one time lie together.
func deadMailID(job *rivertype.JobRow) uuid.UUID {
	var number [8]byte
	binary.BigEndian.PutUint64(number[:], uint64(job.ID)) //nolint:gosec // a serial number
	sum := sha256.Sum256(append([]byte("tenantry dead mail "), number[:]...))
	var stamp [8]byte
	binary.BigEndian.PutUint64(stamp[:], uint64(job.CreatedAt.UnixMilli())) //nolint:gosec // after 1970
	id := uuid.UUID(sum[:16])
	copy(id[:6], stamp[2:])
	id[6] = id[6]&0x0f | 0x70 // version 7
	id[8] = id[8]&0x3f | 0x80
	return id
}

// failureText is what of an error may be kept and shown: one line, not for
// ever, and without the links that a mail server may quote from the mail.
func failureText(err error) string {
	text := regexp.MustCompile(`tnt[a-z]_[A-Za-z0-9_-]+`).ReplaceAllString(mail.Line(err.Error()), "…")
	if runes := []rune(text); len(runes) > maxFailure {
		text = string(runes[:maxFailure-1]) + "…"
	}
	return text
}

// rawArgs are the arguments of a job as they were stored.
type rawArgs struct {
	kind string
	args json.RawMessage
}

// Kind of job.
func (a rawArgs) Kind() string { return a.kind }

// MarshalJSON writes the arguments as they are.
func (a rawArgs) MarshalJSON() ([]byte, error) { return a.args, nil }

// DeadMailResend sends a mail that was given up again, as a new job that is
// tried like any other: if it fails, it is a dead mail of its own; if it tells
// of what is no longer so, nothing goes out. Refusals: NOT_FOUND, WRONG_STATE.
func (s *Service) DeadMailResend(ctx context.Context, id uuid.UUID) (*db.DeadMail, error) {
	var resent *db.DeadMail
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		dead, err := tx.Client.DeadMail.Query().Where(deadmail.ID(id)).ForUpdate().Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return fmt.Errorf("read dead mail %s: %w", id, err)
		}
		if err := s.mayResend(ctx, dead); err != nil {
			return err
		}
		if dead.ResentAt != nil {
			return fault.Refuse(fault.WrongState, "id", "This mail was sent again already.")
		}
		now := s.Now()
		if err := tx.Client.DeadMail.Update().Where(deadmail.ID(id)).SetResentAt(now).SetNillableResentBy(actorID(ctx)).Exec(ctx); err != nil {
			return fmt.Errorf("mark dead mail %s: %w", id, err)
		}
		if err := audit.Record(ctx, tx, audit.Event{
			At: now, Action: "mail.resent", OrganizationID: dead.OrganizationID, AccountID: dead.AccountID,
			TargetType: "DeadMail", TargetID: dead.ID, TargetName: dead.Email,
		}); err != nil {
			return err
		}
		if err := s.enqueue(ctx, tx, rawArgs{dead.Kind, dead.Job}); err != nil {
			return err
		}
		if resent, err = tx.Client.DeadMail.Query().Where(deadmail.ID(id)).Only(ctx); err != nil {
			return fmt.Errorf("read dead mail %s: %w", id, err)
		}
		return nil
	})
	return resent, err
}

// mayResend hides a dead mail from whoever may not see those of its
// organization.
func (s *Service) mayResend(ctx context.Context, dead *db.DeadMail) error {
	v := authz.FromContext(ctx)
	hidden := fault.Refuse(fault.Missing, "id", "There is no such mail.")
	if v == nil || dead == nil {
		return hidden
	}
	switch held := s.Authorizer.Permissions(v, dead.OrganizationID, dead.AccountID, v.RootID); {
	case !held.Has(authz.MailRead):
		return hidden
	case !held.Has(authz.MailResend):
		return &fault.Error{
			Kind: fault.Forbidden, Permission: []string{authz.MailResend.Name()}, Message: "You do not have the permission for this.",
		}
	}
	return nil
}

// PurgeDeadMailsArgs asks for dead mails past their retention to be removed.
type PurgeDeadMailsArgs struct{}

// Kind of job.
func (PurgeDeadMailsArgs) Kind() string { return "dead_mails_purge" }

// PurgeDeadMailsDaily is the job's place in the calendar.
func PurgeDeadMailsDaily() *river.PeriodicJob {
	return river.NewPeriodicJob(river.PeriodicInterval(24*time.Hour),
		func() (river.JobArgs, *river.InsertOpts) { return PurgeDeadMailsArgs{}, nil },
		&river.PeriodicJobOpts{RunOnStart: true})
}

func (p *post) purgeDeadMails(ctx context.Context, _ *river.Job[PurgeDeadMailsArgs]) error {
	_, err := p.PurgeDeadMails(ctx, p.Now().Add(-DeadMailRetention))
	return err
}

// PurgeDeadMails removes the dead mails of all resellers that were given up
// before then, and answers how many.
func (s *Service) PurgeDeadMails(ctx context.Context, before time.Time) (int, error) {
	ids, err := s.DB.Resellers(ctx)
	if err != nil {
		return 0, err
	}
	removed := 0
	for _, id := range ids {
		n, err := s.DB.Client().DeadMail.Delete().Where(deadmail.CreatedAtLT(before)).Exec(database.WithReseller(ctx, id))
		if err != nil {
			return removed, fmt.Errorf("purge dead mails of reseller %s: %w", id, err)
		}
		removed += n
	}
	return removed, nil
}
