import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listen, ListenError } from '../../src/listen.ts';

const hello = () => new Response('hello');

describe('listening', () => {
  it('says clearly that a port is busy, and how to choose another', async () => {
    const first = await listen(hello, '127.0.0.1', 0);
    const second = listen(hello, '127.0.0.1', first.port);
    await expect(second).rejects.toThrow(ListenError);
    await expect(second).rejects.toThrow(`端口 ${first.port} 已被占用`);
    await expect(second).rejects.toThrow(`PORT=${first.port + 1}`);
    await first.close(0);
  });

  it('says clearly that an address is not of this machine', async () => {
    await expect(listen(hello, '192.0.2.1', 0)).rejects.toThrow('本机没有地址 192.0.2.1');
  });

  it('lets an answer under way finish, and no new one begin, when it closes', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let taken: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (taken = resolve));
    const slow = async () => {
      taken();
      await gate;
      return new Response('late');
    };
    const { port, close } = await listen(slow, '127.0.0.1', 0);
    const underWay = fetch(`http://127.0.0.1:${port}/`);
    await begun;
    const closed = close(5000);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    release();
    expect(await (await underWay).text()).toBe('late');
    await closed;
  });

  it('cuts what is still open after the grace', async () => {
    let taken: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (taken = resolve));
    const never = () => new Promise<Response>(taken);
    const { port, close } = await listen(never, '127.0.0.1', 0);
    const hanging = fetch(`http://127.0.0.1:${port}/`).catch(() => 'cut');
    await begun;
    await close(100);
    expect(await hanging).toBe('cut');
  });

  it.each([
    ['raw Chinese in the address', 'GET /ledger?status=未完成 HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['endless headers', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(70_000)}\r\n\r\n`, 431],
  ])('answers %s with an error body, never with silence', async (_, request, status) => {
    const { port, close } = await listen(hello, '127.0.0.1', 0);
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(request);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    const [head = '', body = ''] = String(answer).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'bad-http' } });
    await close(0);
  });

  it('hangs up on a sender that never finishes its headers', async () => {
    const time = { headersMs: 1000, requestMs: 2000, checkMs: 50 };
    const { port, close } = await listen(hello, '127.0.0.1', 0, time);
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    socket.resume();
    await once(socket, 'close');
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('hello');
    await close(0);
  });
});
