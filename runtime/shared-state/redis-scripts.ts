// What Redis does in one step each, in Lua of our own: leases with fences, and the count of requests.
// No kept library has either: locks have no number by which a later write is told from an earlier
// one, and limiters count a request when it is sent, not until it can no longer arrive.

/**
 * The scripts of leases. `KEYS[1]` is the lock, whose text is the holder; `KEYS[2]` a hash of the
 * last fence and the record. `ARGV[1]` is the holder who asks.
 */
const LEASES = {
  // ttl, keep. A fence is at least the server's time in microseconds, so that it grows too if the
  // server has lost its data. The reply to a former attempt may have been lost.
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
  // fence, ttl, keep. A lock whose time is over, and which no other has acquired since, is renewed.
  pinterestConfirm: `
    local holder = redis.call('get', KEYS[1])
    if holder ~= ARGV[1] and (holder or redis.call('hget', KEYS[2], 'fence') ~= ARGV[2]) then return 0 end
    redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[3])
    if tonumber(ARGV[4]) > 0 then redis.call('pexpire', KEYS[2], ARGV[4]) end
    return 1`,
  // text, keep.
  pinterestWrite: `
    if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
    redis.call('hset', KEYS[2], 'record', ARGV[2])
    if tonumber(ARGV[3]) > 0 then redis.call('pexpire', KEYS[2], ARGV[3]) else redis.call('persist', KEYS[2]) end
    return 1`,
  // keep; 0: as long as before.
  pinterestRelease: `
    if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
    redis.call('del', KEYS[1])
    if tonumber(ARGV[2]) > 0 then redis.call('pexpire', KEYS[2], ARGV[2]) end
    return 1`,
};

/**
 * How quotas are read and written. Each has two keys: a sorted set of the places that requests
 * occupy, by the time when the request was answered, or at the latest can arrive; and a hash of
 * facts. Times are microseconds. A place counts towards a window until the window's length after
 * that time: as long as any server may count the request in it.
 */
const QUOTAS = `
  local function text(number) return string.format('%.0f', number) end
  local time = redis.call('time')
  local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
  local info = redis.pcall('info', 'server')
  local server = type(info) == 'string' and string.match(info, 'run_id:(%w+)') or ''

  -- The facts of a quota, for a caller who knows of a place in it, or not, and whose places count for
  -- \`longest\` at most; 0 without limits.
  local function open(number, is_known, longest)
    local quota = { places = KEYS[2 * number - 1], facts = KEYS[2 * number] }
    local names = { 'last', 'size', 'longest', 'paused', 'full' }
    for at, value in ipairs(redis.call('hmget', quota.facts, unpack(names))) do quota[names[at]] = tonumber(value or '0') end
    -- A clock that was set back leaves every place what it had left.
    local back = quota.last - now
    if back > 0 then
      local all = redis.call('zrange', quota.places, 0, -1, 'withscores')
      for at = 1, #all, 2 do redis.call('zadd', quota.places, text(tonumber(all[at + 1]) - back), all[at]) end
      quota.paused = quota.paused - back
      quota.full = quota.full - back
    end
    -- A quota that another run of the server counted, or that lacks what it had, may have lost places:
    -- it is full until those can no longer count.
    quota.longest = math.max(quota.longest, longest)
    local counted_by = redis.call('hget', quota.facts, 'server')
    local is_lost = is_known
    if quota.last > 0 then
      is_lost = (counted_by and counted_by ~= server) or redis.call('zcard', quota.places) ~= quota.size
    end
    if is_lost and quota.longest > 0 then quota.full = math.max(quota.full, now + quota.longest) end
    return quota
  end

  local function close(quota)
    -- The last 1,000 are kept for a day, for windows that are announced later.
    local old = redis.call('zcount', quota.places, '-inf', text(now - quota.longest))
    local removed = math.min(old, redis.call('zcard', quota.places) - 1000)
    if removed > 0 then redis.call('zremrangebyrank', quota.places, 0, removed - 1) end
    redis.call('hset', quota.facts, 'last', text(now), 'size', redis.call('zcard', quota.places), 'server', server,
      'longest', text(quota.longest), 'paused', text(quota.paused), 'full', text(quota.full))
    local last = math.max(now + 86400000000, quota.full, quota.paused) + quota.longest
    for _, key in ipairs({ quota.places, quota.facts }) do redis.call('pexpire', key, math.ceil((last - now) / 1000)) end
  end
`;

/** The scripts of quotas. `KEYS` are places and facts of each quota. */
const COUNTS = {
  // place, hold, JSON of { windows: [[requests, microseconds]], longest, known } for each quota. Takes
  // a place in all of them and returns 0 and 0; or in none, and returns the number of one without
  // room and milliseconds.
  pinterestTake: `${QUOTAS}
    local quotas, longest_wait, full = {}, 0, 0
    for number, use in ipairs(cjson.decode(ARGV[3])) do
      local quota = open(number, use.known, use.longest)
      quotas[number] = quota
      local wait = math.max(quota.paused, quota.full) - now
      for _, window in ipairs(use.windows) do
        local since = '(' .. text(now - window[2])
        local count = redis.call('zcount', quota.places, since, '+inf')
        if count >= window[1] then
          local oldest = redis.call('zrangebyscore', quota.places, since, '+inf', 'withscores', 'limit', count - window[1], 1)
          -- One that is under way may be answered now.
          wait = math.max(wait, math.min(tonumber(oldest[2]), now) + window[2] - now)
        end
      end
      if wait > longest_wait then longest_wait, full = wait, number end
    end
    for _, quota in ipairs(quotas) do
      if full == 0 then redis.call('zadd', quota.places, text(now + tonumber(ARGV[2])), ARGV[1]) end
      close(quota)
    end
    return { full, math.ceil(longest_wait / 1000) }`,
  // place, microseconds for which the request can still arrive or 'unsent', JSON of { longest } for each quota. A place that was lost counts
  // again.
  pinterestEnd: `${QUOTAS}
    for number, use in ipairs(cjson.decode(ARGV[3])) do
      local quota = open(number, true, use.longest)
      if ARGV[2] == 'unsent' then
        redis.call('zrem', quota.places, ARGV[1])
      else
        redis.call('zadd', quota.places, text(now + tonumber(ARGV[2])), ARGV[1])
      end
      close(quota)
    end
    return 1`,
  // milliseconds. A shorter pause does not replace a longer one.
  pinterestPause: `${QUOTAS}
    local quota = open(1, false, 0)
    quota.paused = math.max(quota.paused, now + tonumber(ARGV[1]) * 1000)
    close(quota)
    return 1`,
};

/** All scripts by the name of their command; each is sent with the number of its keys. */
export const SCRIPTS: Readonly<Record<string, string>> = { ...LEASES, ...COUNTS };
