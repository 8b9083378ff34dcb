package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// asker sends operations one by one, to prepare what is measured.
type asker struct {
	addr, token string
	documents   documents
	client      *client
}

// ask runs an operation and decodes its data into a pointer.
func (a *asker) ask(name string, variables map[string]any, into any) error {
	body, _, err := a.documents.body(name, variables)
	if err != nil {
		return err
	}
	if a.client == nil {
		if a.client, err = dial(a.addr); err != nil {
			return err
		}
	}
	status, text, err := a.client.do(encode(a.addr, a.token, body))
	if err == nil {
		err = flawless(status, text)
	}
	if err != nil {
		return fmt.Errorf("operation %s: %w", name, err)
	}
	answer := struct{ Data any }{into}
	if err := json.Unmarshal(text, &answer); err != nil {
		return fmt.Errorf("operation %s: %w", name, err)
	}
	return nil
}

// signIn gives the house a bearer token of the administrator of its data.
func (h *house) signIn(ctx context.Context) error {
	docs, err := loadDocuments()
	if err != nil {
		return err
	}
	a := &asker{addr: h.addr, documents: docs}
	var data struct{ SessionCreate struct{ Token string } }
	err = a.ask("SignIn", map[string]any{"input": map[string]any{
		"email": "admin@load.test", "password": rolePassword, "bearer": true,
	}}, &data)
	if err != nil {
		return fmt.Errorf("sign in: %w", err)
	}
	a.client.close()
	if h.token = data.SessionCreate.Token; h.token == "" {
		return errors.New("sign in: no token in the answer")
	}
	return ctx.Err()
}

// row is a user as the walk sees it.
type row struct{ ID, Status, UserType, ResellerRole string }

// place is where the walk has come to.
type place struct {
	cursors []string // of the ends of single pages, the last ones of the walk
	page    int      // number of the page behind the last cursor, from 1
	active  []row    // users without power over others, from all along the list
}

// pageRows is the size of the pages measured.
const pageRows = 20

// walk goes by cursors to the page with a number, or to the last full one,
// and remembers the cursors before the last pages.
func (a *asker) walk(ctx context.Context, page, variants int) (place, error) {
	var p place
	rows, first := 0, 100
	variables := map[string]any{"first": first}
	// An offset of up to 10,000 rows saves a part of the way.
	if page*pageRows > 20_000 {
		variables["offset"], rows = 9_900, 9_900
	}
	began := time.Now()
	for ctx.Err() == nil && time.Since(began) < 5*time.Minute {
		var data struct {
			Users struct {
				Nodes    []row
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		if err := a.ask("UsersWalk", variables, &data); err != nil {
			return p, fmt.Errorf("walk to page %d: %w", page, err)
		}
		for i, r := range data.Users.Nodes {
			if i%10 == 3 && r.Status == "ACTIVE" && r.UserType == "AGENT" {
				p.active = append(p.active, r)
			}
		}
		rows += len(data.Users.Nodes)
		if !data.Users.PageInfo.HasNextPage {
			break
		}
		after := data.Users.PageInfo.EndCursor
		if rows%pageRows == 0 {
			p.cursors, p.page = append(p.cursors, after), rows/pageRows+1
			if len(p.cursors) > variants {
				p.cursors = p.cursors[1:]
			}
		}
		left := (page-1)*pageRows - rows
		if left <= 0 {
			break
		}
		if left <= variants*pageRows {
			first = pageRows
		}
		variables = map[string]any{"first": first, "after": after}
	}
	if len(p.cursors) == 0 || len(p.active) == 0 {
		return p, errors.New("walk: the list of users is too short")
	}
	return p, ctx.Err()
}
