package main

import (
	"context"
	"fmt"
)

// subject is one line of the table: an operation and how it is driven.
type subject struct {
	Name      string
	Operation string
	cycles    [][][]byte // what connections send in turn
	variants  [][]byte   // each once: what is captured for pgbench
	Trusted   bool       // asked for by hash
	changes   bool       // a mutation
	alone     bool       // no SQL to compare with
}

// names of lines that goals speak of.
const (
	lineFloor  = "{ __typename }"
	lineFirst  = "users page"
	lineDeep   = "users page, deep"
	lineSearch = "users, search and filters"
	lineShown  = "users page of the console"
	lineNested = "organizations with users"
	lineOne    = "one user, all fields"
	lineStats  = "user statistics"
	lineChange = "suspend, reactivate"
)

// searched are family names of the made-up people, without their accents.
func searched() []string {
	return []string{"hartley", "takahashi", "mukherjee", "olivares", "lindstrom", "steinhaus", "darwish", "whitcomb"}
}

// variants is how many different variables an operation is driven with.
const variants = 8

// lineUp prepares every line for a server with data.
func lineUp(ctx context.Context, h *house, docs documents, size dataSize, connections int) ([]subject, place, error) {
	a := &asker{addr: h.addr, token: h.token, documents: docs}
	p, err := a.walk(ctx, min(5000, size.users/pageRows), variants)
	if err != nil {
		return nil, p, err
	}
	defer a.client.close()
	var deep, search, shown, one []map[string]any
	for _, cursor := range p.cursors {
		deep = append(deep, map[string]any{"after": cursor})
	}
	where := map[string]any{"status": map[string]any{"in": []string{"ACTIVE"}}, "userType": map[string]any{"in": []string{"AGENT", "ANALYST"}}}
	for _, text := range searched() {
		search = append(search, map[string]any{"search": text, "where": where})
	}
	shown = append(shown, map[string]any{"first": pageRows})
	for i := range variants {
		one = append(one, map[string]any{"id": p.active[i*(len(p.active)-1)/variants].ID})
	}
	var out []subject
	for _, s := range []struct {
		name, operation string
		variables       []map[string]any
	}{
		{lineFloor, "Floor", []map[string]any{nil}},
		{lineFirst, "UsersRows", []map[string]any{nil}},
		{lineDeep, "UsersRows", deep},
		{lineSearch, "UsersRows", search},
		{lineShown, "UsersPage", shown},
		{lineNested, "OrganizationsUsers", []map[string]any{nil}},
		{lineOne, "UserDetail", one},
		{lineStats, "UserStats", []map[string]any{nil}},
	} {
		line := subject{Name: s.name, Operation: s.operation, alone: s.name == lineFloor}
		for _, v := range s.variables {
			var body []byte
			if body, line.Trusted, err = docs.body(s.operation, v); err != nil {
				return nil, p, err
			}
			line.variants = append(line.variants, encode(h.addr, h.token, body))
		}
		line.cycles = rotations(line.variants)
		out = append(out, line)
	}
	change, err := changeLine(h, docs, p.active, connections)
	return append(out, change), p, err
}

// changeLine has a user of its own for each connection, who is suspended and
// reactivated in turn.
func changeLine(h *house, docs documents, people []row, connections int) (subject, error) {
	line := subject{Name: lineChange, Operation: "UserSuspend", changes: true}
	if len(people) < connections {
		return line, fmt.Errorf("suspend: %d connections need as many users, the walk met %d", connections, len(people))
	}
	for _, r := range people[:connections] {
		suspend, trusted, err := docs.body("UserSuspend", map[string]any{"id": r.ID, "input": map[string]any{"motive": "ON_LEAVE"}})
		if err != nil {
			return line, err
		}
		reactivate, _, err := docs.body("UserReactivate", map[string]any{"id": r.ID, "input": map[string]any{}})
		if err != nil {
			return line, err
		}
		line.Trusted = trusted
		line.cycles = append(line.cycles, [][]byte{encode(h.addr, h.token, suspend), encode(h.addr, h.token, reactivate)})
	}
	line.variants = line.cycles[0]
	return line, nil
}
