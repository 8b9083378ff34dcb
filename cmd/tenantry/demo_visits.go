package main

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
)

// demoVisit is one time that staff entered a customer's portal, or asked to.
type demoVisit struct {
	mode, reason, status, end string
	ago                       time.Duration
	minutes                   int
}

func demoVisits() []demoVisit {
	return []demoVisit{
		{mode: "CLIENT", reason: "The nightly export fails.", status: "ENDED", end: "ACTOR", ago: 34 * day, minutes: 30},
		{mode: "PARTNER", reason: "Set up the new bot.", status: "ENDED", end: "CLIENT", ago: 12 * day, minutes: 60},
		{mode: "CLIENT", reason: "Agents do not see a queue.", status: "DENIED", ago: 6 * day, minutes: 15},
		{mode: "CLIENT", reason: "A report differs from the invoice.", status: "REQUESTED", ago: 2 * time.Hour, minutes: 20},
	}
}

// writeVisits writes what staff did in Harbor's portal, with one request that
// waits for an administrator there.
func (t *tenant) writeVisits(ctx context.Context, tx *sql.Tx) error {
	at := slices.IndexFunc(t.organizations, func(o *db.Organization) bool { return o.Name == harborHotels })
	if at < 0 || t.admin == nil {
		return nil
	}
	harbor := t.organizations[at]
	as := slices.IndexFunc(t.users, func(u *db.User) bool {
		return u.OrganizationID == harbor.ID && u.Status == user.StatusACTIVE && u.UserType != nil && *u.UserType == user.UserTypeTENANT_ADMIN
	})
	if as < 0 {
		return nil
	}
	client := t.users[as]
	for _, v := range demoVisits() {
		asked := t.today.Add(-v.ago)
		expires := asked.Add(24 * time.Hour)
		var decided, started, ended *time.Time
		var decidedBy, endedBy *uuid.UUID
		var end *string
		if v.status != "REQUESTED" {
			decided, decidedBy = new(asked.Add(20*time.Minute)), &client.ID
		}
		if v.status == "ENDED" {
			started = new(asked.Add(25 * time.Minute))
			ended, endedBy, end = new(started.Add(9*time.Minute)), &t.admin.ID, &v.end
			expires = started.Add(time.Duration(v.minutes) * time.Minute)
			if v.end == "CLIENT" {
				endedBy = &client.ID
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO impersonations (id, reseller_id, account_id, organization_id, created_at, actor_id, actor_name, actor_email,
				user_id, mode, reason, minutes, consent, status, consent_by, consent_at, started_at, expires_at, ended_at, ended_by, end_reason)
			VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'ASK', $12, $13, $14, $15, $16, $17, $18, $19)`,
			t.id(), t.reseller, harbor.ID, asked, t.admin.ID, t.admin.DisplayName, t.admin.Email, client.ID, v.mode, v.reason, v.minutes,
			v.status, decidedBy, decided, started, expires, ended, endedBy, end)
		if err != nil {
			return fmt.Errorf("write visits of %s: %w", t.name, err)
		}
	}
	return nil
}
