package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"time"
)

// client is one kept-alive HTTP/1.1 connection. net/http's own client costs
// more than many of the answers measured here, on the same cores.
type client struct {
	conn net.Conn
	in   *bufio.Reader
	body []byte // reused by each answer
}

// answerTimeout is how long one answer may take.
const answerTimeout = 30 * time.Second

func dial(addr string) (*client, error) {
	conn, err := net.DialTimeout("tcp", addr, 5*time.Second)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	return &client{conn: conn, in: bufio.NewReaderSize(conn, 64<<10)}, nil
}

// do sends a whole request and reads the answer; the body holds until the
// next call.
func (c *client) do(request []byte) (status int, body []byte, err error) {
	if err := c.conn.SetDeadline(time.Now().Add(answerTimeout)); err != nil {
		return 0, nil, err
	}
	if _, err := c.conn.Write(request); err != nil {
		return 0, nil, fmt.Errorf("send: %w", err)
	}
	status, length, err := readHead(c.in)
	if err != nil {
		return 0, nil, fmt.Errorf("read the head of an answer: %w", err)
	}
	if length < 0 {
		c.body, err = readChunks(c.in, c.body[:0])
	} else {
		c.body = grow(c.body[:0], length)
		_, err = io.ReadFull(c.in, c.body)
	}
	if err != nil {
		return 0, nil, fmt.Errorf("read the body of an answer: %w", err)
	}
	return status, c.body, nil
}

// readHead reads the status line and the headers; length is -1 for a chunked
// body.
func readHead(in *bufio.Reader) (status, length int, err error) {
	for first := true; ; first = false {
		line, err := in.ReadSlice('\n')
		if err != nil {
			return 0, 0, err
		}
		line = bytes.TrimRight(line, "\r\n")
		if first {
			fields := bytes.Fields(line)
			if len(fields) < 2 {
				return 0, 0, fmt.Errorf("%q is no status line", line)
			}
			if status, err = strconv.Atoi(string(fields[1])); err != nil {
				return 0, 0, err
			}
			continue
		}
		if len(line) == 0 {
			return status, length, nil
		}
		name, value, _ := bytes.Cut(line, []byte(":"))
		value = bytes.TrimSpace(value)
		switch {
		case bytes.EqualFold(name, []byte("Content-Length")):
			if length, err = strconv.Atoi(string(value)); err != nil || length < 0 {
				return 0, 0, fmt.Errorf("content length %q", value)
			}
		case bytes.EqualFold(name, []byte("Transfer-Encoding")) && bytes.EqualFold(value, []byte("chunked")):
			length = -1
		}
	}
}

func readChunks(in *bufio.Reader, body []byte) ([]byte, error) {
	for {
		line, err := in.ReadSlice('\n')
		if err != nil {
			return body, err
		}
		size, err := strconv.ParseUint(string(bytes.TrimSpace(line)), 16, 31)
		if err != nil {
			return body, fmt.Errorf("chunk size: %w", err)
		}
		at := len(body)
		body = grow(body, int(size))
		if _, err := io.ReadFull(in, body[at:]); err != nil {
			return body, err
		}
		if end, err := in.ReadSlice('\n'); err != nil || len(end) != 2 {
			return body, errors.Join(errors.New("a chunk has no end"), err)
		}
		if size == 0 {
			return body, nil
		}
	}
}

// grow lengthens b by n bytes.
func grow(b []byte, n int) []byte {
	for cap(b)-len(b) < n {
		b = append(b[:cap(b)], 0)[:len(b)]
	}
	return b[:len(b)+n]
}

func (c *client) close() { _ = c.conn.Close() }
