// Our own Lua scripts for leases with fences and for request counts. Redis runs each script in one
// step. No maintained library replaces them: lock libraries have no fence to tell a later write
// from an earlier one, and rate limiters count a request from when it is sent, not from when it may
// arrive.

/**
 * The scripts for leases. `KEYS[1]` is the lock, whose value is its holder; `KEYS[2]` is a hash
 * with the last fence and the record. `ARGV[1]` identifies the calling holder.
 */
const LEASES = {
  // Other arguments: ttl and keep, in milliseconds. A fence is at least the server's time in
  // microseconds, so that it increases even if the server has lost its data. The caller may already
  // have the lock, because the reply to an earlier attempt was lost.
  pinterestAcquire: `
    if not redis.call('set', KEYS[1], ARGV[1], 'nx', 'px', ARGV[2]) then
      if redis.call('get', KEYS[1]) ~= ARGV[1] then return nil end
      redis.call('pexpire', KEYS[1], ARGV[2])
    end
    local time = redis.call('time')
    local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
    local last = tonumber(redis.call('hget', KEYS[2], 'fence') or '0')
    local fence = string.format('%.0f', math.max(last + 1, now))
    redis.call('hset', KEYS[2], 'fence', fence)
    if tonumber(ARGV[3]) > 0 then redis.call('pexpire', KEYS[2], ARGV[3]) else redis.call('persist', KEYS[2]) end
    return { fence, redis.call('hget', KEYS[2], 'record') }`,
  // Other arguments: fence, ttl, keep. Also renews an expired lock if no other holder has acquired
  // it since.
  pinterestConfirm: `
    local holder = redis.call('get', KEYS[1])
    if holder ~= ARGV[1] and (holder or redis.call('hget', KEYS[2], 'fence') ~= ARGV[2]) then return 0 end
    redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[3])
    if tonumber(ARGV[4]) > 0 then redis.call('pexpire', KEYS[2], ARGV[4]) end
    return 1`,
  // Other arguments: record, keep.
  pinterestWrite: `
    if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
    redis.call('hset', KEYS[2], 'record', ARGV[2])
    if tonumber(ARGV[3]) > 0 then redis.call('pexpire', KEYS[2], ARGV[3]) end
    return 1`,
  // Other argument: keep, or 0 to keep the record as long as before.
  pinterestRelease: `
    if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
    redis.call('del', KEYS[1])
    if tonumber(ARGV[2]) > 0 then redis.call('pexpire', KEYS[2], ARGV[2]) end
    return 1`,
};

/**
 * Lua functions that read and write quotas. Each quota has two keys: a sorted set of slots,
 * `places`, and a hash of facts. A slot's score is the time at which its request was answered, or
 * the latest time at which it can arrive. Times are in microseconds. A slot counts toward a window
 * until that time plus the window's length, because the API may count the request for that long.
 */
const QUOTAS = `
  local function text(number) return string.format('%.0f', number) end
  local time = redis.call('time')
  local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
  local info = redis.pcall('info', 'server')
  local server = type(info) == 'string' and string.match(info, 'run_id:(%w+)') or ''

  -- Reads the facts of a quota. \`seen\` is when the caller last saw the quota, by this server's clock;
  -- 0 if it never did. \`longest\` is how long the caller's slots can count; 0 if it has no limits.
  local function open(number, seen, longest)
    local quota = { places = KEYS[2 * number - 1], facts = KEYS[2 * number] }
    local names = { 'born', 'last', 'size', 'longest', 'paused', 'full' }
    for at, value in ipairs(redis.call('hmget', quota.facts, unpack(names))) do quota[names[at]] = tonumber(value or '0') end
    quota.windows = cjson.decode(redis.call('hget', quota.facts, 'windows') or '[]')
    local is_new = quota.last == 0
    if is_new then quota.born = now end
    -- If the clock was set back, every slot keeps the time that it had left.
    local back = quota.last - now
    if back > 0 then
      local all = redis.call('zrange', quota.places, 0, -1, 'withscores')
      for at = 1, #all, 2 do redis.call('zadd', quota.places, text(tonumber(all[at + 1]) - back), all[at]) end
      for _, name in ipairs({ 'born', 'paused', 'full' }) do quota[name] = quota[name] - back end
    end
    quota.longest = math.max(quota.longest, longest)
    -- A quota may have lost slots if it was created again since the caller saw it, if the server was
    -- restarted, or if slots are missing. It is then full until the lost slots can no longer count.
    local is_lost = seen > 0 and now - seen < quota.longest and (is_new or quota.born > seen)
    if not is_new then
      local counted_by = redis.call('hget', quota.facts, 'server')
      is_lost = is_lost or (counted_by and counted_by ~= server) or redis.call('zcard', quota.places) ~= quota.size
    end
    if is_lost and quota.longest > 0 then quota.full = now + quota.longest end
    return quota
  end

  -- Adds the caller's windows to the windows that other callers have set. Those apply while their slots
  -- count, because a new process does not know yet which limits earlier responses announced.
  local function name_windows(quota, windows, hold)
    local all = {}
    for _, window in ipairs(windows) do all[#all + 1] = { window[1], window[2], now } end
    for _, known in ipairs(quota.windows) do
      local is_named = false
      for _, window in ipairs(windows) do is_named = is_named or (window[1] == known[1] and window[2] == known[2]) end
      if not is_named and now - known[3] < known[2] + hold then all[#all + 1] = known end
    end
    for _, window in ipairs(all) do quota.longest = math.max(quota.longest, window[2] + hold) end
    quota.windows = all
  end

  local function close(quota)
    -- Keeps the last 1,000 slots for a day, for windows that are announced later.
    local old = redis.call('zcount', quota.places, '-inf', text(now - quota.longest))
    local removed = math.min(old, redis.call('zcard', quota.places) - 1000)
    if removed > 0 then redis.call('zremrangebyrank', quota.places, 0, removed - 1) end
    redis.call('hset', quota.facts, 'born', text(quota.born), 'last', text(now), 'server', server,
      'size', redis.call('zcard', quota.places), 'windows', cjson.encode(quota.windows),
      'longest', text(quota.longest), 'paused', text(quota.paused), 'full', text(quota.full))
    local last = math.max(now + 86400000000, quota.full, quota.paused) + quota.longest
    for _, key in ipairs({ quota.places, quota.facts }) do redis.call('pexpire', key, math.ceil((last - now) / 1000)) end
  end
`;

/** The scripts for quotas. `KEYS` are the slots and the facts of each quota. */
const COUNTS = {
  // Arguments: slot, hold, JSON of { windows: [[requests, microseconds]], longest, seen } for each
  // quota. Takes a slot in all quotas, and returns 0, 0 and the time. If a quota is full, takes no
  // slot, and returns the quota's number, the milliseconds to wait and the time.
  pinterestTake: `${QUOTAS}
    local hold = tonumber(ARGV[2])
    local quotas, longest_wait, full = {}, 0, 0
    for number, use in ipairs(cjson.decode(ARGV[3])) do
      local quota = open(number, use.seen, use.longest)
      quotas[number] = quota
      name_windows(quota, use.windows, hold)
      local wait = math.max(quota.paused, quota.full) - now
      for _, window in ipairs(quota.windows) do
        local since = '(' .. text(now - window[2])
        local count = redis.call('zcount', quota.places, since, '+inf')
        if count >= window[1] then
          local oldest = redis.call('zrangebyscore', quota.places, since, '+inf', 'withscores', 'limit', count - window[1], 1)
          -- A request in flight may be answered at any moment.
          wait = math.max(wait, math.min(tonumber(oldest[2]), now) + window[2] - now)
        end
      end
      if wait > longest_wait then longest_wait, full = wait, number end
    end
    for _, quota in ipairs(quotas) do
      if full == 0 then redis.call('zadd', quota.places, text(now + hold), ARGV[1]) end
      close(quota)
    end
    return { full, math.ceil(longest_wait / 1000), now }`,
  // Arguments: slot, microseconds during which the request can still arrive (or 'unsent'), JSON of
  // { longest, seen } for each quota. Restores a slot that was lost.
  pinterestEnd: `${QUOTAS}
    for number, use in ipairs(cjson.decode(ARGV[3])) do
      local quota = open(number, use.seen, use.longest)
      if ARGV[2] == 'unsent' then
        redis.call('zrem', quota.places, ARGV[1])
      else
        redis.call('zadd', quota.places, text(now + tonumber(ARGV[2])), ARGV[1])
      end
      close(quota)
    end
    return 1`,
  // Argument: the length of the pause, in milliseconds. A shorter pause does not replace a longer
  // one.
  pinterestPause: `${QUOTAS}
    local quota = open(1, 0, 0)
    quota.paused = math.max(quota.paused, now + tonumber(ARGV[1]) * 1000)
    close(quota)
    return 1`,
};

/**
 * All scripts by the name of their command. The first argument of a command is the number of its
 * keys.
 */
export const SCRIPTS: Readonly<Record<string, string>> = { ...LEASES, ...COUNTS };
