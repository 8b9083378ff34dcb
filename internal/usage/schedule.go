package usage

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/reportrecipient"
	"tenantry/ent/db/reportschedule"
	"tenantry/ent/db/reseller"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/directory"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Limits of schedules.
const (
	maxSchedules  = 100 // of one reseller
	maxRecipients = 20  // of one schedule
)

// NewSchedule is a schedule to make.
type NewSchedule struct {
	Name           string
	Kind           Kind
	Format         Format
	Cadence        Cadence
	Hour           int
	Organizations  []uuid.UUID // nil: whatever each recipient may see
	Recipients     []uuid.UUID
	IdempotencyKey *string
}

// SchedulePatch changes a schedule; nil leaves a property as it is.
type SchedulePatch struct {
	ExpectedVersion *int
	Name            *string
	Kind            *Kind
	Format          *Format
	Cadence         *Cadence
	Hour            *int
	Organizations   *[]uuid.UUID // to nil: whatever each recipient may see
	Recipients      *[]uuid.UUID
	Active          *bool
}

// ScheduleCreate has a report made again and again. Refusals: REQUIRED,
// TOO_LONG, INVALID, NOT_FOUND, FORBIDDEN, DUPLICATE, LIMIT_REACHED,
// IDEMPOTENCY_KEY_REUSED.
func (s *Service) ScheduleCreate(ctx context.Context, in NewSchedule) (*db.ReportSchedule, error) {
	v, err := s.signedIn(ctx, authz.ReportManage)
	if err != nil {
		return nil, err
	}
	var errs fault.Refusals
	in.Name = title(&errs, in.Name)
	in.IdempotencyKey = rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	judgeHour(&errs, in.Hour)
	about, err := s.judgeReport(ctx, s.DB.Client(), &errs, v, in.Kind, in.Organizations)
	if err != nil {
		return nil, err
	}
	if err := s.judgeRecipients(ctx, &errs, in.Recipients); err != nil {
		return nil, err
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var created *db.ReportSchedule
	err = s.change(ctx, func(ctx context.Context, tx *database.Tx, loc *time.Location) error {
		id, err := rule.Once(ctx, tx, s.now(), "reportScheduleCreate", in.IdempotencyKey, in, func() (uuid.UUID, error) {
			return s.insertSchedule(ctx, tx, v, loc, in, about)
		})
		if err != nil {
			return err
		}
		created, err = tx.Client.ReportSchedule.Query().Where(reportschedule.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "input.idempotencyKey", "The schedule that was made with this key is gone.")
		}
		return err
	})
	return created, err
}

// change runs a change to schedules, which wait for each other at the
// reseller's row.
func (s *Service) change(ctx context.Context, do func(ctx context.Context, tx *database.Tx, loc *time.Location) error) error {
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		id, err := database.ResellerOf(ctx)
		if err != nil {
			return err
		}
		if _, err := tx.Client.Reseller.Query().Where(reseller.ID(id)).ForUpdate().Only(ctx); err != nil {
			return fmt.Errorf("lock reseller %s: %w", id, err)
		}
		loc, err := zone(ctx, tx.Client)
		if err != nil {
			return err
		}
		return do(ctx, tx, loc)
	})
}

func (s *Service) insertSchedule(ctx context.Context, tx *database.Tx, v *authz.Viewer, loc *time.Location, in NewSchedule, about []*db.Organization) (uuid.UUID, error) {
	id, now := schema.NewID(), s.now()
	count, err := tx.Client.ReportSchedule.Query().Count(ctx)
	if err != nil {
		return id, fmt.Errorf("count schedules: %w", err)
	}
	if count >= maxSchedules {
		return id, fault.Refuse(fault.LimitReached, "input", "At most %d schedules can be made.", maxSchedules)
	}
	created, err := tx.Client.ReportSchedule.Create().SetID(id).SetAccountID(v.RootID).SetOrganizationID(v.RootID).
		SetName(in.Name).SetSortName(directory.Fold(in.Name)).SetKind(in.Kind).SetFormat(in.Format).SetCadence(in.Cadence).SetHour(int16(in.Hour)). //nolint:gosec // 0 to 23
		SetOrganizationIds(orNone(in.Organizations)).SetNextRunAt(nextRun(in.Cadence, in.Hour, now, loc)).
		SetCreatedBy(v.UserID).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create schedule: %w", err)
	}
	if err := s.addRecipients(ctx, tx, created, in.Recipients); err != nil {
		return id, err
	}
	_, people, err := peopleText(ctx, tx.Client, nil, in.Recipients)
	if err != nil {
		return id, err
	}
	changes := slices.Concat(audit.Text("name", "", in.Name), audit.Text("kind", "", string(in.Kind)), audit.Text("format", "", string(in.Format)),
		audit.Text("cadence", "", string(in.Cadence)), audit.Text("hour", "", strconv.Itoa(in.Hour)),
		audit.Text("organizations", "", organizationText(in.Organizations, about)), audit.Text("recipients", "", people))
	return id, audit.Record(ctx, tx, scheduleEvent(created, now, "report_schedule.created", changes))
}

func (s *Service) addRecipients(ctx context.Context, tx *database.Tx, of *db.ReportSchedule, ids []uuid.UUID) error {
	err := tx.Client.ReportRecipient.MapCreateBulk(ids, func(c *db.ReportRecipientCreate, i int) {
		c.SetAccountID(of.AccountID).SetScheduleID(of.ID).SetUserID(ids[i]).SetPosition(i).SetCreatedAt(s.now())
	}).Exec(ctx)
	if err != nil {
		return fmt.Errorf("add recipients to schedule %s: %w", of.ID, err)
	}
	return nil
}

// ScheduleUpdate changes a schedule. Refusals: NOT_FOUND, STALE, and those of
// ScheduleCreate.
func (s *Service) ScheduleUpdate(ctx context.Context, id uuid.UUID, p SchedulePatch) (*db.ReportSchedule, error) {
	v, err := s.signedIn(ctx, authz.ReportManage)
	if err != nil {
		return nil, err
	}
	var errs fault.Refusals
	if p.Name != nil {
		name := title(&errs, *p.Name)
		p.Name = &name
	}
	if p.Hour != nil {
		judgeHour(&errs, *p.Hour)
	}
	if p.Recipients != nil {
		if err := s.judgeRecipients(ctx, &errs, *p.Recipients); err != nil {
			return nil, err
		}
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var changed *db.ReportSchedule
	err = s.change(ctx, func(ctx context.Context, tx *database.Tx, loc *time.Location) error {
		was, err := s.lockSchedule(ctx, tx, id, p.ExpectedVersion, "input.expectedVersion")
		if err != nil {
			return err
		}
		about, err := s.judgePatch(ctx, tx, v, was, p)
		if err != nil {
			return err
		}
		if err := s.patch(ctx, tx, loc, was, p, about); err != nil {
			return err
		}
		changed, err = tx.Client.ReportSchedule.Query().Where(reportschedule.ID(id)).Only(ctx)
		return err
	})
	return changed, err
}

// judgePatch refuses what the viewer may have no report of, and answers the
// organizations that are named now.
func (s *Service) judgePatch(ctx context.Context, tx *database.Tx, v *authz.Viewer, was *db.ReportSchedule, p SchedulePatch) ([]*db.Organization, error) {
	if p.Kind == nil && p.Organizations == nil {
		return nil, nil
	}
	kind, ids := was.Kind, []uuid.UUID(nil)
	if p.Kind != nil {
		kind = *p.Kind
	}
	if p.Organizations != nil {
		ids = *p.Organizations
	}
	var errs fault.Refusals
	about, err := s.judgeReport(ctx, tx.Client, &errs, v, kind, ids)
	if err != nil {
		return nil, err
	}
	return about, errs.Err()
}

// patch writes what is different; about are the organizations that are named.
func (s *Service) patch(ctx context.Context, tx *database.Tx, loc *time.Location, was *db.ReportSchedule, p SchedulePatch, about []*db.Organization) error {
	now := s.now()
	u := tx.Client.ReportSchedule.Update().Where(reportschedule.ID(was.ID))
	var changes []audit.Change
	if p.Name != nil && *p.Name != was.Name {
		u.SetName(*p.Name).SetSortName(directory.Fold(*p.Name))
		changes = append(changes, audit.Text("name", was.Name, *p.Name)...)
	}
	if p.Kind != nil && *p.Kind != was.Kind {
		u.SetKind(*p.Kind)
		changes = append(changes, audit.Text("kind", string(was.Kind), string(*p.Kind))...)
	}
	if p.Format != nil && *p.Format != was.Format {
		u.SetFormat(*p.Format)
		changes = append(changes, audit.Text("format", string(was.Format), string(*p.Format))...)
	}
	cadence, hour, active := was.Cadence, int(was.Hour), was.Active
	if p.Cadence != nil && *p.Cadence != cadence {
		cadence = *p.Cadence
		u.SetCadence(cadence)
		changes = append(changes, audit.Text("cadence", string(was.Cadence), string(cadence))...)
	}
	if p.Hour != nil && *p.Hour != hour {
		hour = *p.Hour
		u.SetHour(int16(hour)) //nolint:gosec // 0 to 23
		changes = append(changes, audit.Text("hour", strconv.Itoa(int(was.Hour)), strconv.Itoa(hour))...)
	}
	if p.Active != nil && *p.Active != active {
		active = *p.Active
		u.SetActive(active)
		changes = append(changes, audit.Text("active", strconv.FormatBool(was.Active), strconv.FormatBool(active))...)
	}
	if cadence != was.Cadence || hour != int(was.Hour) || active && !was.Active {
		u.SetNextRunAt(nextRun(cadence, hour, now, loc))
	}
	if p.Organizations != nil && !slices.Equal(*p.Organizations, was.OrganizationIds) {
		u.SetOrganizationIds(orNone(*p.Organizations))
		had, err := organizationsNamed(ctx, tx.Client, was.OrganizationIds)
		if err != nil {
			return err
		}
		changes = append(changes, audit.Text("organizations", organizationText(was.OrganizationIds, had), organizationText(*p.Organizations, about))...)
	}
	if p.Recipients != nil {
		had, err := recipients(ctx, tx.Client, was.ID)
		if err != nil {
			return err
		}
		if !slices.Equal(had, *p.Recipients) {
			if _, err := tx.Client.ReportRecipient.Delete().Where(reportrecipient.ScheduleID(was.ID)).Exec(ctx); err != nil {
				return fmt.Errorf("drop recipients of schedule %s: %w", was.ID, err)
			}
			if err := s.addRecipients(ctx, tx, was, *p.Recipients); err != nil {
				return err
			}
			before, after, err := peopleText(ctx, tx.Client, had, *p.Recipients)
			if err != nil {
				return err
			}
			changes = append(changes, audit.Text("recipients", before, after)...)
		}
	}
	if len(changes) == 0 {
		return nil
	}
	if err := u.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("change schedule %s: %w", was.ID, err)
	}
	return audit.Record(ctx, tx, scheduleEvent(was, now, "report_schedule.updated", changes))
}

// ScheduleDelete removes a schedule. Refusals: NOT_FOUND, STALE.
func (s *Service) ScheduleDelete(ctx context.Context, id uuid.UUID, expected *int) error {
	if _, err := s.signedIn(ctx, authz.ReportManage); err != nil {
		return err
	}
	return s.change(ctx, func(ctx context.Context, tx *database.Tx, _ *time.Location) error {
		was, err := s.lockSchedule(ctx, tx, id, expected, "expectedVersion")
		if err != nil {
			return err
		}
		if _, err := tx.Client.ReportRecipient.Delete().Where(reportrecipient.ScheduleID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("drop recipients of schedule %s: %w", id, err)
		}
		if _, err := tx.Client.ReportSchedule.Delete().Where(reportschedule.ID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("delete schedule %s: %w", id, err)
		}
		return audit.Record(ctx, tx, scheduleEvent(was, s.now(), "report_schedule.deleted", nil))
	})
}

// lockSchedule reads a schedule to change, which must have the version expected.
func (s *Service) lockSchedule(ctx context.Context, tx *database.Tx, id uuid.UUID, expected *int, path string) (*db.ReportSchedule, error) {
	was, err := tx.Client.ReportSchedule.Query().Where(reportschedule.ID(id)).ForUpdate().Only(ctx)
	switch {
	case db.IsNotFound(err):
		return nil, fault.Refuse(fault.Missing, "id", "There is no such schedule.")
	case err != nil:
		return nil, fmt.Errorf("lock schedule %s: %w", id, err)
	}
	v := authz.FromContext(ctx)
	if !s.Authorizer.Reach(v, authz.ReportManage).Covers(v, was.OrganizationID, was.AccountID) {
		return nil, fault.Refuse(fault.Missing, "id", "There is no such schedule.")
	}
	return was, rule.Stale(expected, was.Version, path)
}

// judgeRecipients refuses users who are not there. What they may see is
// decided at each run.
func (s *Service) judgeRecipients(ctx context.Context, errs *fault.Refusals, ids []uuid.UUID) error {
	const path = "input.recipientIds"
	switch {
	case len(ids) == 0:
		errs.Add(fault.Required, path, "Name at least one recipient.")
		return nil
	case len(ids) > maxRecipients:
		errs.Add(fault.LimitReached, path, "At most %d recipients.", maxRecipients)
		return nil
	}
	found, err := s.DB.Client().User.Query().Where(user.StatusNEQ(user.StatusDELETED), anyOf("id", ids)).IDs(ctx)
	if err != nil {
		return fmt.Errorf("read recipients: %w", err)
	}
	for i, id := range ids {
		at := path + "." + strconv.Itoa(i)
		if !slices.Contains(found, id) {
			errs.Add(fault.Missing, at, "There is no such user.")
		} else if slices.Contains(ids[:i], id) {
			errs.Add(fault.Duplicate, at, "The user is named twice.")
		}
	}
	return nil
}

// recipients are those of a schedule, in their order.
func recipients(ctx context.Context, client *db.Client, schedule uuid.UUID) ([]uuid.UUID, error) {
	rows, err := client.ReportRecipient.Query().Where(reportrecipient.ScheduleID(schedule)).Order(db.Asc(reportrecipient.FieldPosition)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read recipients of schedule %s: %w", schedule, err)
	}
	ids := make([]uuid.UUID, len(rows))
	for i, r := range rows {
		ids[i] = r.UserID
	}
	return ids, nil
}

func title(errs *fault.Refusals, name string) string {
	name = rule.Line(errs, "input.name", name, rule.MaxName)
	if name == "" && !errs.At("input.name") {
		errs.Add(fault.Required, "input.name", "A name is required.")
	}
	return name
}

func judgeHour(errs *fault.Refusals, hour int) {
	if hour < 0 || hour > 23 {
		errs.Add(fault.Invalid, "input.hour", "An hour is from 0 to 23.")
	}
}

// orNone is an empty list for none, which a column of JSON keeps apart from
// null.
func orNone(ids []uuid.UUID) []uuid.UUID {
	if ids == nil {
		return []uuid.UUID{}
	}
	return ids
}

func scheduleEvent(r *db.ReportSchedule, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: r.OrganizationID, AccountID: r.AccountID,
		TargetType: "ReportSchedule", TargetID: r.ID, TargetName: r.Name, Changes: changes,
	}
}
